import type { Database, ReadDb } from '../../../db/database.ts'
import type { ListFilter } from '../../core/applications/contract.ts'
import type { Desk } from '../desk.ts'
import type { Measured } from '../verbs/bench.ts'
import { measure } from './timing.ts'

/** What a line of the list shows: a floor with fewer columns would be the floor of another list. */
const columns = `a.id, a.dossier_code, a.full_name, a.birth_day, a.channel, a.status, a.status_day, a.registered_day,
  a.received_day, a.due_day, a.finished_day, a.returned_day, a.closed_day, a.classes, d.name, t.name, u.display_name`
const joins = `LEFT JOIN districts d ON d.catalogue = '2023' AND d.code = a.district_code
  LEFT JOIN teams t ON t.id = a.team_id LEFT JOIN users u ON u.id = a.officer_id`
const counted = (from: string) => `SELECT count(*) FROM (SELECT 1 FROM ${from} LIMIT 10001)`
const newest = 'a.registered_day DESC, a.id DESC'
const page = (order: string, where = '1 = 1') =>
  `SELECT ${columns} FROM applications a ${joins} WHERE ${where} ORDER BY ${order} LIMIT 101`

/** What a filter asks of the database, in the fewest words: the first page, and how many there are. */
const plainly = {
  all: [page(newest), counted('applications')],
  middle: [page(newest, "(a.registered_day, a.id) < ('2023-06-30', 1000000000)")],
  byName: [page('a.name_sort, a.id'), counted('applications')],
  byOfficer: [page('a.officer_id, a.registered_day, a.id'), counted('applications')],
  month: [
    page('a.name_sort, a.id', "+a.registered_day BETWEEN '2023-06-01' AND '2023-06-30'"),
    counted("applications WHERE registered_day BETWEEN '2023-06-01' AND '2023-06-30'"),
  ],
  inWork: [
    page("coalesce(a.due_day, '9999-12-31'), a.id", 'a.status IN (2, 4)'),
    counted('applications WHERE status IN (2, 4)'),
  ],
} as const satisfies Record<string, readonly string[]>

/** The nine queues as nine bare counts. */
const queues = [
  'applications WHERE status IN (1, 5, 6) AND received_day IS NULL',
  'applications WHERE status IN (2, 4)',
  'applications WHERE status IN (5, 6) AND received_day IS NOT NULL',
  "applications WHERE due_day IS NOT NULL AND status IN (2, 4) AND due_day BETWEEN '2023-12-29' AND '2024-01-03'",
  "applications WHERE due_day IS NOT NULL AND status IN (2, 4) AND due_day < '2023-12-29'",
  'applications WHERE status = 9 AND posted_day IS NULL',
  'applications WHERE status = 9 AND posted_day IS NOT NULL',
  'applications WHERE status IN (1, 2, 4, 5, 6) AND officer_id = 2',
  'applications',
].map(counted)

const search = `SELECT ${columns} FROM applications a ${joins}
  WHERE a.id IN (SELECT rowid FROM application_search WHERE application_search MATCH :match)
  ORDER BY ${newest} LIMIT 101`
const found = counted('application_search WHERE application_search MATCH :match')

/** Lists, searches and queue counts through the door, each beside the bare statements. */
export async function listCases(desk: Desk, database: Database): Promise<readonly Measured[]> {
  const listed = (name: string, filter: ListFilter, statements: readonly string[]) =>
    measure(
      `danh sách: ${name}`,
      () => desk.call('applications.list', filter),
      'câu lệnh thuần',
      bare(database, db => statements.map(sql => db.rows(sql))),
    )
  const searched = (name: string, text: string, match: string) =>
    measure(
      `tìm kiếm: ${name}`,
      () => desk.call('applications.list', { text }),
      'câu lệnh thuần',
      bare(database, db => [db.rows(search, { match }), db.rows(found, { match })]),
    )
  return [
    await measure(
      'chín hàng việc',
      () => desk.call('views.all', {}),
      'chín phép đếm thuần',
      bare(database, db => queues.map(sql => db.rows(sql))),
    ),
    await listed('trang đầu', {}, plainly.all),
    await listed(
      'trang giữa',
      { after: JSON.stringify(['newest', '2023-06-30', 1_000_000_000, 'walk']) },
      plainly.middle,
    ),
    await listed('theo họ tên', { order: 'name' }, plainly.byName),
    await listed('theo cán bộ', { order: 'officer' }, plainly.byOfficer),
    await listed('một tháng, theo họ tên', { order: 'name', ...june }, plainly.month),
    await listed('đang xử lý, theo hẹn trả', { order: 'due', statuses: [2, 4] }, plainly.inWork),
    await searched('tên không dấu', 'nguyen van an', '"nguyen"* "van"* "an"*'),
    await searched('họ có dấu', 'Nguyễn', '"nguyen"*'),
    await searched('mã hồ sơ', '230918-0', '"230918"* "0"*'),
  ]
}

const june = { from: '2023-06-01', to: '2023-06-30' }

const bare =
  <T>(database: Database, work: (db: ReadDb) => T) =>
  () =>
    database.read(work)
