import type { Database, Values } from '../../../db/database.ts'
import type { Desk } from '../desk.ts'
import type { Case } from './timing.ts'

/** Over the whole register, or over each team's part. */
type Split = { readonly rows: string; readonly files: string; readonly by: string }
const whole: Split = { rows: 'application_stretches s', files: 'applications a', by: '' }
const teams: Split = {
  rows: 'application_stretches s JOIN applications a ON a.id = s.application_id',
  files: 'applications a',
  by: 'a.team_id, ',
}

const grouped = (columns: string, from: string, where: string) =>
  `SELECT ${columns}, count(*) FROM ${from} WHERE ${where} GROUP BY ${columns}`
const openAt = ({ rows, by }: Split, day: ':before' | ':to') =>
  grouped(`${by}s.state, s.channel, s.due_day < ${day}`, rows, `s.from_day <= ${day} AND s.to_day > ${day}`)

/** What came in, went out and was given back by day, and what stood open at both ends: no figures take less. */
const counts = (split: Split): readonly string[] => [
  grouped(
    `${split.by}s.began, s.from_day, s.channel`,
    split.rows,
    "s.began IN ('registered', 'received', 'resumed') AND s.from_day BETWEEN :from AND :to",
  ),
  grouped(
    `${split.by}s.ended, s.to_day, s.channel, s.to_day < s.due_day`,
    split.rows,
    `s.ended IN ('refused', 'dropped', 'finished', 'withdrawn', 'stopped') AND s.to_day BETWEEN :from AND :to`,
  ),
  grouped(
    `${split.by}a.returned_day, a.channel, a.return_way`,
    split.files,
    'a.returned_day BETWEEN :from AND :to',
  ),
  openAt(split, ':before'),
  openAt(split, ':to'),
]

const target = grouped(
  's.to_day, s.channel',
  whole.rows,
  "s.ended = 'finished' AND s.to_day BETWEEN '2023-01-01' AND :to",
)

const month = { from: '2023-09-01', before: '2023-08-31', to: '2023-09-30' }
const year = { from: '2023-01-01', before: '2022-12-31', to: '2023-12-31' }
/** The counts of a month report: the whole, each team, and the target since New Year. */
const reportCounts = [...counts(whole), ...counts(teams), target]

/** The month that is reported on. */
export const reported = { kind: 'month', id: '2023-09' } as const

/** What a month report cannot do without. */
export const countForReport = (database: Database): void => ask(database, reportCounts, month)

/** Figures and the month report through the door, each beside the plain counts that they cannot do without. */
export function figureCases(desk: Desk, database: Database): readonly Case[] {
  return [
    {
      what: 'số liệu tháng',
      work: () => desk.call('statistics.figures', { period: reported }),
      raw: 'năm phép đếm',
      bare: () => ask(database, counts(whole), month),
    },
    {
      what: 'số liệu năm',
      work: () => desk.call('statistics.figures', { period: { kind: 'year', id: '2023' } }),
      raw: 'năm phép đếm',
      bare: () => ask(database, counts(whole), year),
    },
    {
      what: 'báo cáo tháng: lập',
      work: () => desk.call('reports.preview', { name: 'ket-qua', period: reported }),
      raw: 'mười một phép đếm',
      bare: () => countForReport(database),
    },
  ]
}

const ask = (database: Database, statements: readonly string[], values: Values): void =>
  database.read(db => {
    for (const sql of statements) db.rows(sql, values)
  })
