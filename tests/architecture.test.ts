import { describe, expect, test } from 'vitest'
import { findCycle, type Import, importsOf, readSources, type Source } from './support/imports.ts'

const pure = [
  /^electron\/core\/(contract|operation|fields|errors|wire|page|request|vietnamese)\.ts$/,
  /^electron\/core\/[a-z-]+\/(model|contract)\.ts$/,
  /^electron\/core\/calendar\/(day|working-days)\.ts$/,
  /^electron\/core\/periods\/(period|rules)\.ts$/,
  /^electron\/core\/applications\/(classes|person|statuses|life|due-days)\.ts$/,
  /^electron\/core\/imports\/list-fields\.ts$/,
  /^electron\/core\/reports\/(report|number-text|text-width)\.ts$/,
  /^electron\/core\/slips\/document\.ts$/,
  /^electron\/core\/charts\/option\.ts$/,
]
const core = /^electron\/core\//
const db = /^db\//
const node = /^node:/
const react =
  /^(react|react-dom\/client|@mantine\/(core|hooks)|@tanstack\/react-query|react-hook-form|wouter)$/
const styles = /\.css$/

type Rule = {
  readonly name: string
  readonly files: readonly RegExp[]
  readonly may: readonly RegExp[]
  /** Types count too, so that Node's never reach the screens. */
  readonly types?: true
}

/** The first rule that covers a file holds for it. */
const rules: readonly Rule[] = [
  { name: 'pure files', files: pure, may: [/^zod$/, ...pure], types: true },
  {
    name: 'workbooks and lists',
    files: [/^electron\/core\/excel\//],
    may: [core, /^(exceljs|iconv-lite|fflate|saxes|zod)$/, /^node:(stream|stream\/.*|zlib|crypto)$/],
  },
  {
    name: 'charts as pictures',
    files: [/^electron\/core\/charts\//],
    may: [core, /^(echarts|@resvg\/resvg-wasm|@expo-google-fonts\/tinos)(\/|$)/],
  },
  {
    name: 'the folder on the disk and long work',
    files: [
      /^electron\/core\/(jobs|backup|attachments)\//,
      /^electron\/core\/(start|open-folder|data-folder|folder-facts|folder-lock|log)\.ts$/,
    ],
    may: [core, db, node],
  },
  {
    name: 'the core',
    files: [core],
    may: [core, db, /^(drizzle-orm|zod)(\/|$)/, /^node:(crypto|timers\/promises)$/],
  },
  {
    name: 'the file on disk',
    files: [db],
    may: [db, /^(better-sqlite3|drizzle-orm|drizzle-kit)(\/|$)/, node],
  },
  {
    name: 'the window host',
    files: [/^electron\/(main|preload)\//],
    may: [/^electron$/, node, core, /^electron\/main\//, /^db\/database\.ts$/],
  },
  {
    name: 'the browser host',
    files: [/^electron\/web\//],
    may: [node, core, /^electron\/web\//, /^db\/database\.ts$/],
  },
  {
    name: 'the command line',
    files: [/^electron\/cli\//],
    may: [node, core, /^electron\/cli\//, /^electron\/web\/server\.ts$/, /^db\/database\.ts$/, /^fflate$/],
  },
  {
    name: 'set-up scripts, before anything is installed',
    files: [/^electron\/setup\//],
    may: [node, /^electron\/setup\//],
  },
  { name: 'the package', files: [/^electron\/packaging\.mjs$/], may: [node, /^@electron\/fuses$/] },
  {
    name: 'parts of screens',
    files: [/^renderer\/ui\//],
    may: [
      /^renderer\/ui\//,
      /^renderer\/api\//,
      ...[react, styles, ...pure, /^zod$/],
      /^(echarts|qrcode|pdfjs-dist|@mantine\/dates|@tanstack\/react-(virtual|table)|@tabler\/icons-react|@hookform\/resolvers)(\/|$)/,
    ],
  },
  {
    name: 'screens',
    files: [/^renderer\//],
    may: [/^renderer\//, react, styles, /^@fontsource\//, ...pure, /^zod$/],
  },
  { name: 'configuration', files: [/^[^/]+\.config\.ts$/, /^tests\/(.*\/)?[^/]+\.config\.ts$/], may: [/./] },
  { name: 'tests', files: [/^tests\//], may: [/./] },
]

const sources = readSources()
const ruleOf = (path: string): Rule | undefined =>
  rules.find(rule => rule.files.some(file => file.test(path)))

function broken({ path, imports }: Source): readonly string[] {
  const rule = ruleOf(path)
  if (rule === undefined) return [`${path}: no rule covers this file`]
  const counted = imports.filter(each => rule.types === true || !each.typeOnly)
  const refused = ({ what }: Import) => !rule.may.some(allowed => allowed.test(what))
  return counted.filter(refused).map(({ what }) => `${path} (${rule.name}) may not import ${what}`)
}

describe('the house', () => {
  test('is read whole', () => {
    for (const folder of ['electron/core/', 'electron/main/', 'db/', 'renderer/', 'tests/'])
      expect(sources.filter(({ path }) => path.startsWith(folder)).length, folder).toBeGreaterThan(2)
  })

  test('imports only what its rules allow, and every file has a rule', () => {
    expect(sources.flatMap(broken)).toEqual([])
  })

  test('imports types, too, only from where they may come: the screens see pure files alone', () => {
    const outside = sources
      .filter(({ path }) => path.startsWith('renderer/'))
      .flatMap(({ path, imports }) =>
        imports
          .filter(({ what }) => /^(electron|db|tests)\//.test(what) && !pure.some(file => file.test(what)))
          .map(({ what }) => `${path} may not import ${what}, nor its types`),
      )
    expect(outside).toEqual([])
  })

  test('has no ring of imports', () => expect(findCycle(sources)).toBeUndefined())

  test('has no barrels', () => {
    expect(sources.filter(({ path }) => /(^|\/)index\.[a-z]+$/.test(path)).map(({ path }) => path)).toEqual(
      [],
    )
  })

  test('has no file over 300 lines', () => {
    expect(sources.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines}`)).toEqual(
      [],
    )
  })

  test('imports its own files by their whole names', () => {
    const known = new Set(sources.map(({ path }) => path))
    const missing = sources.flatMap(({ path, imports }) =>
      imports
        .filter(({ what }) => /^(electron|db|renderer|tests)\//.test(what) && !styles.test(what))
        .filter(({ what }) => !known.has(what))
        .map(({ what }) => `${path}: ${what}`),
    )
    expect(missing).toEqual([])
  })
})

describe('the rules themselves', () => {
  const breaks = (path: string, text: string) =>
    broken({ path, lines: 1, imports: importsOf(path, text) }).length > 0

  test.each([
    ['electron/core/teams/model.ts', "import type { ReadDb } from '../../../db/database.ts'"],
    ['electron/core/users/operations.ts', "import { readFileSync } from 'node:fs'"],
    ['electron/core/users/operations.ts', "import { app } from 'electron'"],
    ['electron/core/reports/list.ts', "import {\n  Workbook,\n} from 'exceljs'"],
    ['db/database.ts', "import { AppError } from '../electron/core/errors.ts'"],
    ['electron/web/server.ts', "import { openWindow } from '../main/window.ts'"],
    ['electron/main/main.ts', "const x = await import('../../db/migrate.ts')"],
    ['electron/setup/start.mjs', "import zod from 'zod'"],
    ['renderer/overview/screen.tsx', "import { init } from 'echarts/core'"],
    ['renderer/ui/button.tsx', "import { Shell } from '../app/shell.tsx'"],
    ['renderer/teams/list.tsx', "import { teamsOperations } from '../../electron/core/teams/operations.ts'"],
    ['electron/core/teams/model.ts', "export * from './operations.ts'"],
    ['electron/other/file.ts', ''],
  ])('%s may not say: %s', (path, text) => expect(breaks(path, text)).toBe(true))

  test('a type may come from where a value may not', () => {
    expect(
      breaks('db/schema/users.ts', "import type { Role } from '../../electron/core/users/model.ts'"),
    ).toBe(false)
  })

  test('a ring is found', () => {
    const file = (path: string, what: string): Source => ({
      path,
      lines: 1,
      imports: [{ what, typeOnly: false }],
    })
    expect(findCycle([file('a', 'b'), file('b', 'c'), file('c', 'b')])).toEqual(['b', 'c', 'b'])
  })
})
