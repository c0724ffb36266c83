import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Arguments } from '../arguments.ts'
import { benchCases } from '../bench/cases.ts'
import { openDesk } from '../desk.ts'
import type { Answer } from '../verbs.ts'

/** One measurement beside its floor in the same run; only the ratio means something on another machine. */
export type Measured = {
  readonly name: string
  readonly ms: number
  readonly p95: number
  readonly floor: string
  readonly floorMs: number
  readonly ratio: number
}

/** The performance figures on a throw-away folder of N sample applications. */
export async function bench(args: Arguments): Promise<Answer> {
  const size = args.whole('size') ?? 20_000
  const folder = args.text('data') ?? (await mkdtemp(join(tmpdir(), 'gplx-bench-')))
  const desk = await openDesk({
    ...args,
    text: name => (name === 'data' ? folder : name === 'as' ? undefined : args.text(name)),
  })
  const started = performance.now()
  try {
    const administrator = { username: 'quantri', displayName: 'Quản trị mẫu', password: 'chi-de-do-toc-do' }
    await desk.run('setup.demo', { size, administrator })
  } finally {
    await desk.close()
  }
  const seconds = (performance.now() - started) / 1000
  try {
    const measured = await benchCases(folder, args, size)
    const fill = { applications: size, seconds: round(seconds), perSecond: Math.round(size / seconds) }
    return { json: { fill, measured }, text: table(fill, measured) }
  } finally {
    if (args.text('data') === undefined) await rm(folder, { recursive: true, force: true })
  }
}

const round = (n: number) => Math.round(n * 100) / 100

function table(
  fill: { applications: number; seconds: number; perSecond: number },
  measured: readonly Measured[],
): string {
  const head = ['', 'ms (trung vị)', 'p95', 'mức sàn', 'ms sàn', 'tỷ lệ']
  const rows = measured.map(({ name, ms, p95, floor, floorMs, ratio }) =>
    [name, round(ms), round(p95), floor, round(floorMs), round(ratio)].map(String),
  )
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map(row => (row[column] ?? '').length)))
  const line = (row: readonly string[]) =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')
  return [
    `Tạo ${fill.applications.toLocaleString('vi-VN')} hồ sơ mẫu: ${fill.seconds} s (${fill.perSecond.toLocaleString('vi-VN')}/s)`,
    line(head),
    ...rows.map(line),
  ].join('\n')
}
