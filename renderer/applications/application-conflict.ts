import { z } from 'zod'
import { type Facts, type FieldName, fields } from '../../electron/core/applications/model.ts'
import { isStatus, statusNames } from '../../electron/core/applications/statuses.ts'
import { isDay, showDay } from '../../electron/core/calendar/day.ts'

const plain = z.union([z.string(), z.number(), z.boolean(), z.null()])

const conflictRule = z.object({
  version: z.number(),
  changes: z.array(
    z.object({
      field: z.string(),
      label: z.string(),
      from: z.json(),
      to: z.json(),
      by: z.string(),
      at: z.string(),
    }),
  ),
  standing: z.object({ version: z.number(), facts: z.record(z.string(), plain) }),
})

/** What a save is refused with when somebody else was quicker (core: `applications/conflict.ts`). */
export type Conflict = Omit<z.output<typeof conflictRule>, 'standing'> & {
  readonly standing: { readonly version: number; readonly facts: Facts }
}

/** The details of a refusal as a conflict; null for any other refusal. */
export function readConflict(details: unknown): Conflict | null {
  const read = conflictRule.safeParse(details)
  if (!read.success) return null
  const { standing, ...rest } = read.data
  const names = Object.keys(fields)
  if (!names.every(name => name in standing.facts)) return null
  // every field stands there, as the core has stored it
  return { ...rest, standing: { version: standing.version, facts: standing.facts as unknown as Facts } }
}

export type Side = 'mine' | 'standing'

/** One field in which what is on the screen and what is stored went different ways. */
export type ConflictRow = {
  readonly field: FieldName
  readonly mine: Facts[FieldName]
  readonly standing: Facts[FieldName]
  /** What is taken unless one says otherwise: never what I have not touched over what somebody has written. */
  readonly usual: Side
  /** "Trần Thị Mẫu lúc 14:05" */
  readonly source: string | null
}

/** Every field that somebody else has changed since and that differs from what is on my screen. */
export function conflictRows(base: Facts, mine: Facts, conflict: Conflict): readonly ConflictRow[] {
  const { facts } = conflict.standing
  const names = Object.keys(fields) as FieldName[] // its own keys
  return names
    .filter(name => facts[name] !== base[name] && facts[name] !== mine[name])
    .map(name => {
      const change = conflict.changes.findLast(({ field }) => field === name)
      return {
        field: name,
        mine: mine[name],
        standing: facts[name],
        usual: mine[name] === base[name] ? 'standing' : 'mine',
        source: change === undefined ? null : `${change.by} lúc ${change.at.slice(11, 16)}`,
      }
    })
}

export type Choices = ReadonlyMap<FieldName, Side>

/** My facts, with the stored side where that was chosen. */
export function merged(mine: Facts, rows: readonly ConflictRow[], choices: Choices): Facts {
  const taken = rows.filter(({ field, usual }) => (choices.get(field) ?? usual) === 'standing')
  return { ...mine, ...Object.fromEntries(taken.map(({ field, standing }) => [field, standing])) }
}

/** What else happened: steps, days. Fields of the form stand in the table instead. */
export function otherChanges({ changes }: Conflict): readonly string[] {
  return changes
    .filter(({ field }) => !(field in fields))
    .map(({ field, label, from, to, by, at }) => {
      const words = (value: unknown) => changeWords(field, value)
      const change = from === null ? words(to) : `${words(from)} → ${words(to)}`
      return `${label}: ${change} (${by} lúc ${at.slice(11, 16)})`
    })
}

/** A value of the trail in words. */
export function changeWords(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (field === 'status' && typeof value === 'number' && isStatus(value)) return statusNames[value]
  if (typeof value === 'string' && isDay(value)) return showDay(value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
