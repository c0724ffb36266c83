import type { ReadDb } from '../../../db/database.ts'
import { asLifeEvents, eventsOf } from '../applications/history.ts'
import type { Life } from '../applications/life.ts'
import { replayer } from '../applications/store.ts'
import type { QueryContext } from '../context.ts'
import type { Json } from '../errors.ts'
import type { Verification } from './contract.ts'

export type Check = Verification['checks'][number]
export type Step = (done: number, total: number) => void

/** How many rows are read between two looks at whether the user has cancelled. */
export const batch = 2000

const dayNames = [
  'statusDay',
  'registered',
  'received',
  'refused',
  'dropped',
  'finished',
  'withdrawn',
  'stopped',
  'returned',
  'closed',
  'paused',
] as const

const columns = `id, dossier_code AS dossierCode, status, channel, licences, due_day AS due,
  json_array(status_day, registered_day, received_day, refused_day, dropped_day, finished_day, withdrawn_day,
    stopped_day, returned_day, closed_day, paused_day) AS days`

type Row = {
  readonly id: number
  readonly dossierCode: string
  readonly status: number
  readonly channel: string
  readonly licences: number
  readonly due: string | null
  readonly days: string
}
type StretchRow = Life['stretches'][number] & { readonly channel: string; readonly licences: number }

/**
 * Whether every file's status, days and stretches are what its history says. A due day that was given before the
 * calendar or the deadline was changed stands as it was given: it is counted, not complained of.
 */
export function registerAgainstHistory({ db }: QueryContext, step: Step): Check {
  const replay = replayer(db)
  const rulesChanged = lastChangeOfRules(db)
  const total = db.row<{ n: number }>('SELECT count(*) AS n FROM applications')?.n ?? 0
  const wrong: string[] = []
  let givenBefore = 0
  let done = 0
  for (const row of db.iterate<Row>(`SELECT ${columns} FROM applications ORDER BY id`)) {
    const life = replay(asLifeEvents(eventsOf(db, row.id)))
    const stretches = db.rows<StretchRow>(
      `SELECT state, from_day AS "from", to_day AS "to", began, ended, due_day AS due, channel, licences
       FROM application_stretches WHERE application_id = :id ORDER BY seq`,
      { id: row.id },
    )
    if ('problem' in life || !sameButForDue(life, row, stretches)) wrong.push(row.dossierCode)
    else if (!sameDue(life, row, stretches)) {
      if (lastStep(db, row.id) <= rulesChanged) givenBefore += 1
      else wrong.push(row.dossierCode)
    }
    done += 1
    if (done % batch === 0) step(done, total)
  }
  return { name: 'Sổ và lịch sử hồ sơ', ok: wrong.length === 0, detail: detailOf(total, wrong, givenBefore) }
}

function sameButForDue(life: Life, row: Row, stretches: readonly StretchRow[]): boolean {
  const { channel, licences } = row
  return (
    life.status === row.status &&
    JSON.stringify(dayNames.map(name => life[name])) === row.days &&
    same(
      life.stretches.map(({ state, from, to, began, ended }) => [
        state,
        from,
        to,
        began,
        ended,
        channel,
        licences,
      ]),
      stretches.map(one => [one.state, one.from, one.to, one.began, one.ended, one.channel, one.licences]),
    )
  )
}

function sameDue(life: Life, row: Row, stretches: readonly StretchRow[]): boolean {
  return (
    life.due === row.due &&
    same(
      life.stretches.map(({ due }) => due),
      stretches.map(({ due }) => due),
    )
  )
}

const same = (a: Json, b: Json) => JSON.stringify(a) === JSON.stringify(b)

function lastChangeOfRules(db: ReadDb): string {
  const found = db.row<{ at: string | null }>(
    "SELECT max(at) AS at FROM audit WHERE subject = 'holiday' OR (subject = 'setting' AND subject_id = 'deadline')",
  )
  return found?.at ?? ''
}

function lastStep(db: ReadDb, id: number): string {
  const found = db.row<{ at: string | null }>(
    'SELECT max(at) AS at FROM application_events WHERE application_id = :id',
    { id },
  )
  return found?.at ?? ''
}

function detailOf(total: number, wrong: readonly string[], givenBefore: number): string {
  if (wrong.length > 0) {
    const named = `${wrong.slice(0, 10).join(', ')}${wrong.length > 10 ? '…' : ''}`
    return `${wrong.length} hồ sơ không khớp lịch sử: ${named}. Đối chiếu với bản sao lưu gần nhất.`
  }
  const older =
    givenBefore === 0 ? '' : `; ${givenBefore} hồ sơ giữ ngày hẹn trả từ trước khi sửa lịch nghỉ, thời hạn`
  return `${total} hồ sơ khớp${older}`
}
