import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type Database, openDatabase, type ReadDb } from '../../../db/database.ts'
import type { Arguments } from '../arguments.ts'
import { type Desk, openDesk } from '../desk.ts'
import type { Measured } from '../verbs/bench.ts'
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
    return [...(await readingCases(desk, database)), await importCase(desk, size), await workbookCase(desk)]
  } finally {
    database.close()
    await desk.close()
  }
}

const raw =
  <T>(database: Database, work: (db: ReadDb) => T) =>
  () =>
    database.read(work)

async function readingCases(desk: Desk, database: Database): Promise<readonly Measured[]> {
  const page = `SELECT id, dossier_code, full_name, status, registered_day, due_day FROM applications
    ORDER BY registered_day DESC, id DESC LIMIT 101`
  const deep = `SELECT id, dossier_code, full_name, status, registered_day, due_day FROM applications
    WHERE (registered_day, id) < ('2023-06-30', 1000000000) ORDER BY registered_day DESC, id DESC LIMIT 101`
  const search = `SELECT a.id, a.dossier_code, a.full_name, a.status FROM applications a
    WHERE a.id IN (SELECT rowid FROM application_search WHERE application_search MATCH :match)
    ORDER BY registered_day DESC, id DESC LIMIT 101`
  const closed = `SELECT channel, ended, count(*) FROM application_stretches
    WHERE ended IN ('finished', 'withdrawn', 'stopped') AND to_day BETWEEN '2023-09-01' AND '2023-09-30' GROUP BY channel, ended`
  const open = `SELECT channel, state, count(*) FROM application_stretches
    WHERE to_day > '2023-09-30' AND from_day <= '2023-09-30' GROUP BY channel, state`
  const first = { order: 'newest' as const }
  return [
    await measure(
      'danh sách: trang đầu',
      () => desk.call('applications.list', first),
      'câu lệnh thuần',
      raw(database, db => db.rows(page)),
    ),
    await measure(
      'danh sách: trang giữa',
      () =>
        desk.call('applications.list', {
          ...first,
          after: JSON.stringify(['newest', '2023-06-30', 1_000_000_000, 'walk']),
        }),
      'câu lệnh thuần',
      raw(database, db => db.rows(deep)),
    ),
    await measure(
      'tìm kiếm: tên không dấu',
      () => desk.call('applications.list', { ...first, text: 'nguyen van an' }),
      'câu lệnh thuần',
      raw(database, db => db.rows(search, { match: '"nguyen"* "van"* "an"*' })),
    ),
    await measure(
      'tìm kiếm: mã hồ sơ',
      () => desk.call('applications.list', { ...first, text: '230918-0' }),
      'câu lệnh thuần',
      raw(database, db => db.rows(search, { match: '"230918"* "0"*' })),
    ),
    await measure(
      'số liệu tháng',
      () => desk.call('statistics.figures', { period: { kind: 'month', id: '2023-09' } }),
      'hai phép đếm thuần',
      raw(database, db => [db.rows(closed), db.rows(open)]),
    ),
  ]
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
