import type { ReadDb } from '../../../db/database.ts'
import { channelNames, dayLabels, fields, returnWayNames } from '../applications/model.ts'
import { isStatus, statusNames } from '../applications/statuses.ts'
import { postedLabel } from '../applications/unchanged.ts'
import { type Day, showDay } from '../calendar/day.ts'
import type { Json } from '../errors.ts'
import type { LateEdit } from './contract.ts'
import type { FrozenFigures } from './freeze.ts'

/** What the figures know of: entries after these are late. */
export type Since = {
  readonly lastEventId: number
  readonly lastAuditId: number
  readonly figures: Pick<FrozenFigures, 'post'>
}

type EventRow = {
  readonly kind: 'status' | 'due' | 'reappointed'
  readonly status: number | null
  readonly day: Day
  readonly corrects: number | null
  readonly voids: number | null
  readonly at: string
  readonly by: string | null
  readonly file: string | null
  readonly before: Day | null
}

/** What was written about one file after a freeze that could move it in the figures up to a day, oldest first. */
export function lateEdits(db: ReadDb, id: number, upTo: Day, since: Since): readonly LateEdit[] {
  return [...steps(db, id, upTo, since), ...facts(db, id, since)].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  )
}

/** Steps of days up to the last of the period, and whatever corrects or takes back an earlier one. */
function steps(db: ReadDb, id: number, upTo: Day, { lastEventId }: Since): readonly LateEdit[] {
  return db
    .rows<EventRow>(
      `SELECT e.kind, e.status, e.day, e.corrects, e.voids, e.at, u.display_name AS by, i.file_name AS file,
              b.day AS before
       FROM application_events e
       LEFT JOIN users u ON u.id = e.actor_id
       LEFT JOIN imports i ON i.id = e.import_id
       LEFT JOIN application_events b ON b.id = coalesce(e.corrects, e.voids)
       WHERE e.application_id = :id AND e.id > :lastEventId AND e.kind = 'status'
         AND (e.day <= :upTo OR e.corrects IS NOT NULL OR e.voids IS NOT NULL)
       ORDER BY e.id`,
      { id, lastEventId, upTo },
    )
    .map(({ status, day, corrects, voids, before, at, by, file }) => {
      const name = status !== null && isStatus(status) ? statusNames[status] : ''
      const who = { at, by: by ?? 'Hệ thống', file }
      if (voids !== null) return { what: `Rút lại bước “${name}”`, from: dayOrNull(before), to: null, ...who }
      if (corrects !== null)
        return { what: `Sửa ngày bước “${name}”`, from: dayOrNull(before), to: showDay(day), ...who }
      return { what: `Ghi bước “${name}”`, from: null, to: showDay(day), ...who }
    })
}

const dayOrNull = (day: Day | null) => (day === null ? null : showDay(day))

const counted = [
  'channel',
  'licences',
  'teamId',
  'districtCode',
  'classes',
  'reasonCode',
  'returnWay',
] as const
type Counted = (typeof counted)[number]
type Told = Counted | 'due' | 'posted'
const labels: ReadonlyMap<string, Told> = new Map<string, Told>([
  ...counted.map(name => [fields[name].label, name] as const),
  [dayLabels.due, 'due'],
  [postedLabel, 'posted'],
])

type AuditRow = {
  readonly at: string
  readonly by: string
  readonly changes: string
}

/** Facts that figures count or split by, from the trail; never a name or a number of a person. */
function facts(db: ReadDb, id: number, { lastAuditId, figures }: Since): readonly LateEdit[] {
  const entries = db.rows<AuditRow>(
    `SELECT at, actor_name AS by, changes FROM audit
     WHERE subject = 'application' AND subject_id = :id AND id > :lastAuditId ORDER BY id`,
    { id: String(id), lastAuditId },
  )
  return entries.flatMap(({ at, by, changes }) => {
    const told: Readonly<Record<string, readonly [Json, Json]>> = JSON.parse(changes)
    const file = fileOf(db, told.Nhập?.[1])
    // what a new file says is no change of anything
    if (told['Trạng thái']?.[0] === null) return []
    return Object.entries(told).flatMap(([label, [from, to]]): LateEdit[] => {
      const name = labels.get(label)
      if (name === undefined || from === to) return []
      if (name === 'posted' && figures.post === undefined) return []
      return [{ what: label, from: inWords(db, name, from), to: inWords(db, name, to), at, by, file }]
    })
  })
}

function fileOf(db: ReadDb, importId: Json | undefined): string | null {
  if (typeof importId !== 'number') return null
  return (
    db.row<{ name: string }>('SELECT file_name AS name FROM imports WHERE id = :importId', { importId })
      ?.name ?? null
  )
}

const nameQueries: Partial<Record<Counted, string>> = {
  teamId: 'SELECT name FROM teams WHERE id = :value',
  districtCode: "SELECT name FROM districts WHERE catalogue = '2023' AND code = :value",
  reasonCode: "SELECT name FROM catalogue_items WHERE list = 'reason' AND code = :value",
}

function inWords(db: ReadDb, name: Told, value: Json): string | null {
  if (value === null || typeof value === 'object') return null
  const text = String(value)
  if (name === 'due' || name === 'posted') return showDay(text)
  const names: Readonly<Record<string, string>> =
    name === 'channel' ? channelNames : name === 'returnWay' ? returnWayNames : {}
  const query = nameQueries[name]
  if (query === undefined) return names[text] ?? text
  return db.row<{ name: string }>(query, { value: name === 'teamId' ? Number(value) : text })?.name ?? text
}
