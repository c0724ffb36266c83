import type { ReadDb } from '../../../db/database.ts'
import { dayOf, showDay } from '../calendar/day.ts'
import type { QueryContext } from '../context.ts'
import { AppError, type Json } from '../errors.ts'
import type { ChangeSince, Conflict } from './conflict.ts'
import { dayLabels, type FieldName, fields } from './model.ts'
import type { StoredApplication } from './read.ts'

/** How the trail calls the handing over to the post. */
export const postedLabel = 'Ngày giao bưu chính'

const names: ReadonlyMap<string, string> = new Map([
  ...(Object.keys(fields) as FieldName[]).map(name => [fields[name].label, name] as const), // its own keys
  ...Object.entries({
    'Trạng thái': 'status',
    [dayLabels.due]: 'dueDay',
    [dayLabels.registered]: 'registeredDay',
    [postedLabel]: 'postedDay',
  }),
])

/** Refuses when somebody else has saved since, and tells what; what was typed stays on the screen. */
export function assertUnchanged(
  { db, today }: Pick<QueryContext, 'db' | 'today'>,
  application: StoredApplication,
  version: number,
): void {
  if (application.version === version) return
  const entries = lastSaves(db, application.id, Math.max(1, application.version - version))
  const last = entries.at(-1)
  const day = last === undefined ? today : dayOf(last.at)
  const on = day === today ? '' : ` ngày ${showDay(day)}`
  const who = last === undefined ? 'người khác' : `${last.by} lúc ${last.at.slice(11, 16)}${on}`
  const details: Conflict = {
    version: application.version,
    changes: application.version > version ? entries.flatMap(changesOf) : [],
    standing: application,
  }
  throw new AppError(
    'conflict',
    `Hồ sơ vừa được ${who} sửa. Xem lại nội dung mới rồi lưu tiếp; nội dung vừa nhập vẫn còn.`,
    details,
  )
}

type Save = { readonly by: string; readonly at: string; readonly changes: string }

/** Further back nobody reads; the standing facts say the rest. */
const longestTale = 100

/**
 * The last saves of a file, oldest first. Every save makes one version and one entry in the trail; what is looked
 * at or printed in between has its entry under another operation and makes no version.
 */
function lastSaves(db: ReadDb, id: number, versions: number): readonly Save[] {
  return db
    .rows<Save>(
      `SELECT actor_name AS by, at, changes FROM audit
       WHERE subject = 'application' AND subject_id = :id
         AND (operation GLOB 'applications.*' OR operation GLOB 'batches.*' OR operation GLOB 'imports.*' OR operation GLOB 'slips.*')
       ORDER BY id DESC LIMIT :versions`,
      { id: String(id), versions: Math.min(versions, longestTale) },
    )
    .reverse()
}

function changesOf({ by, at, changes }: Save): readonly ChangeSince[] {
  const told: Readonly<Record<string, readonly [Json, Json]>> = JSON.parse(changes)
  return Object.entries(told)
    .filter(([, [from, to]]) => from !== to)
    .map(([label, [from, to]]) => ({ field: names.get(label) ?? label, label, from, to, by, at }))
}
