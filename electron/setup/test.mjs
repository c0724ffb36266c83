import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { buildWhenNeeded, prepare, root, say } from './prepare.mjs'
import { run } from './run.mjs'

const node = prepare()
const modules = join(root, 'node_modules')
const reports = join(root, 'test-results')
const script = (...parts) => join(modules, ...parts)
const program = (path, ...args) => run(node, [path, ...args], { cwd: root, env: environment })
const environment = {
  ...process.env,
  // Everything a test starts runs on the same Node, and nothing asks for Electron's program.
  PATH: [join(modules, '.bin'), process.env.PATH].join(process.platform === 'win32' ? ';' : ':'),
  ELECTRON_OVERRIDE_DIST_PATH: join(root, 'out'),
  FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
}

/** @type {{ name: string, passed: number, failed: number, skipped: number, seconds: number }[]} */
const lines = []
rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

for (const part of ['electron', 'renderer', 'tests', 'tsconfig.json'])
  await check(`Kiểu dữ liệu: ${part}`, () => program(script('typescript', 'bin', 'tsc'), '-p', part))
await check('Quy tắc viết mã', () => program(script('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'))
await check('Dựng ứng dụng', async () => (buildWhenNeeded(node) ? 0 : 1))
await suite('Kiểm thử đơn vị', 'unit.json', vitestCounts, path =>
  program(
    ...[script('vitest', 'vitest.mjs'), 'run', '--config', 'tests/vitest.config.ts'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${path}`],
  ),
)
const browser = findBrowser()
if (browser === undefined)
  lines.push({ name: 'Kiểm thử trên màn hình', passed: 0, failed: 1, skipped: 0, seconds: 0 })
else {
  environment.GPLX_CHROMIUM = browser
  await suite('Kiểm thử trên màn hình', 'screens.json', playwrightCounts, path => {
    environment.PLAYWRIGHT_JSON_OUTPUT_NAME = path
    return program(
      ...[script('@playwright', 'test', 'cli.js'), 'test', '--config', 'tests/e2e/playwright.config.ts'],
      '--reporter=list,json',
    )
  })
}
summarise()

/** A check is no test: it counts only when it fails, so that the last line never looks well when it is not. */
async function check(name, work) {
  const began = Date.now()
  const status = (await work()) ?? 0
  lines.push({
    name,
    passed: 0,
    failed: status === 0 ? 0 : 1,
    skipped: 0,
    seconds: (Date.now() - began) / 1000,
  })
}

/** Counts come from the runner's own report; a runner that ends badly without a failed test counts as one. */
async function suite(name, file, counts, work) {
  const began = Date.now()
  const path = join(reports, file)
  const status = await work(path)
  const found = countsFrom(path, counts)
  const failed = status !== 0 && found.failed === 0 ? 1 : found.failed
  lines.push({ name, ...found, failed, seconds: (Date.now() - began) / 1000 })
}

function countsFrom(path, counts) {
  try {
    return counts(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

function vitestCounts(report) {
  const unloadable = report.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function playwrightCounts({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}

function summarise() {
  const sum = key => lines.reduce((total, line) => total + line[key], 0)
  say('')
  for (const { name, passed, failed, skipped, seconds } of lines) {
    const counts =
      passed + failed > 1 || passed > 0
        ? ` · ${passed} đạt, ${failed} không đạt${skipped > 0 ? `, ${skipped} bỏ qua` : ''}`
        : ''
    say(`${failed === 0 ? 'đạt      ' : 'KHÔNG ĐẠT'}  ${name} (${seconds.toFixed(1)} giây)${counts}`)
  }
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`)
  process.exitCode = sum('failed') === 0 ? 0 : 1
}
