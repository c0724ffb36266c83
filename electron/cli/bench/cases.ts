import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type Database, openDatabase } from '../../../db/database.ts'
import type { Arguments } from '../arguments.ts'
import { type Desk, openDesk } from '../desk.ts'
import type { Measured } from '../verbs/bench.ts'
import { listCases } from './list-cases.ts'
import { sampleList } from './sample-list.ts'
import { measure, once } from './timing.ts'
import { zipEntries } from './zip-entries.ts'

/** Every measurement beside its raw floor on the same data in the same run. */
export async function benchCases(
  folder: string,
  args: Arguments,
  size: number,
): Promise<readonly Measured[]> {
  const desk = await openDesk({ ...args, text: name => (name === 'data' ? folder : undefined) })
  const database = openDatabase(join(folder, 'gplx.db'), { busyTimeout: 1000 })
  try {
    return [
      ...(await listCases(desk, database)),
      await figuresCase(desk, database),
      await importCase(desk, size),
      await workbookCase(desk),
    ]
  } finally {
    database.close()
    await desk.close()
  }
}

async function figuresCase(desk: Desk, database: Database): Promise<Measured> {
  const closed = `SELECT channel, ended, count(*) FROM application_stretches
    WHERE ended IN ('finished', 'withdrawn', 'stopped') AND to_day BETWEEN '2023-09-01' AND '2023-09-30' GROUP BY channel, ended`
  const open = `SELECT channel, state, count(*) FROM application_stretches
    WHERE to_day > '2023-09-30' AND from_day <= '2023-09-30' GROUP BY channel, state`
  return measure(
    'số liệu tháng',
    () => desk.call('statistics.figures', { period: { kind: 'month', id: '2023-09' } }),
    'hai phép đếm thuần',
    () => database.read(db => [db.rows(closed), db.rows(open)]),
  )
}

/** A list like an office's own, with codes that the register does not know. */
async function importCase(desk: Desk, size: number): Promise<Measured> {
  const rows = Math.min(Math.max(Math.round(size / 10), 500), 20_000)
  const file = await sampleList(rows)
  const floor = once(() =>
    zipEntries(file.bytes).map(
      ({ data, method }) => (method === 8 ? inflateRawSync(data) : data).toString('utf8').length,
    ),
  )
  const started = performance.now()
  await desk.run('imports.apply', { file })
  const ms = performance.now() - started
  const perSecond = Math.round(rows / (ms / 1000))
  return {
    name: `nhập ${rows} dòng (${perSecond}/s)`,
    ms,
    p95: ms,
    floor: 'giải nén thuần',
    floorMs: floor,
    ratio: ms / floor,
  }
}

async function workbookCase(desk: Desk): Promise<Measured> {
  const period = { kind: 'month' as const, id: '2023-09' }
  const started = performance.now()
  const done = await desk.run('reports.export', { name: 'ket-qua', period })
  const ms = performance.now() - started
  const { bytes } = await done.file()
  const parts = zipEntries(bytes).map(({ data, method }) => (method === 8 ? inflateRawSync(data) : data))
  const floor = once(() => parts.map(part => deflateRawSync(part).length))
  return { name: 'tệp báo cáo tháng', ms, p95: ms, floor: 'nén thuần', floorMs: floor, ratio: ms / floor }
}
