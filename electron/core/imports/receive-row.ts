import type { ReadDb, WriteDb } from '../../../db/database.ts'
import { regimeOn } from '../applications/classes.ts'
import { dueToHold } from '../applications/due-hold.ts'
import { asLifeEvents, type EventRow, eventsOf } from '../applications/history.ts'
import { insertApplication } from '../applications/insert.ts'
import type { Life } from '../applications/life.ts'
import { applicationByKey, type StoredApplication } from '../applications/read.ts'
import { changesBetween } from '../applications/save.ts'
import {
  addEvent,
  asEventRow,
  dossierKey,
  factColumns,
  indexForSearch,
  type NewEvent,
  type Replayer,
  saveLife,
  updateList,
} from '../applications/store.ts'
import type { Day } from '../calendar/day.ts'
import type { AuditEntry } from '../context.ts'
import type { AppError } from '../errors.ts'
import { countable } from '../filings/lock.ts'
import type { Countable } from '../filings/share.ts'
import type { ListRow, Problem } from './list-row.ts'
import type { TextMatcher } from './match-texts.ts'
import { stepsOfKnown, stepsOfNew } from './merge.ts'
import { type ListedFacts, mergeFacts } from './merge-facts.ts'

/** What a row comes to against the register as it is now. */
export type Decision =
  | { readonly kind: 'rejected'; readonly problems: readonly Problem[] }
  | (ListedFacts & {
      readonly kind: 'new' | 'updated' | 'unchanged'
      readonly problems: readonly Problem[]
      readonly stored: StoredApplication | null
      readonly events: readonly NewEvent[]
      readonly life: Life
      readonly paperKind: 'cccd' | 'cmnd' | 'passport' | null
    })

export type Deciding = {
  readonly replay: Replayer
  readonly matcher: TextMatcher
  readonly today: Day
  /** Why a closed period forbids it; null where none does. */
  locked(before: () => Countable | null, after: () => Countable): AppError | null
}

/** Decides what one row does; writes nothing. */
export function decide(
  db: ReadDb,
  { values, problems }: ListRow,
  { replay, matcher, today, locked }: Deciding,
): Decision {
  if (problems.some(({ level }) => level === 'error')) return { kind: 'rejected', problems }
  const stored = applicationByKey(db, dossierKey(values.dossierCode ?? '')) ?? null
  const history: readonly EventRow[] = stored === null ? [] : eventsOf(db, stored.id)
  const steps = stored === null ? stepsOfNew(values, today) : stepsOfKnown(values, stored, history, today)
  const all = [...problems, ...steps.problems]
  if (steps.problems.some(({ level }) => level === 'error')) return { kind: 'rejected', problems: all }
  const listed = mergeFacts(values, stored, matcher)
  const held = stored === null ? null : dueToHold(stored, replay(asLifeEvents(history)))
  const events = held === null ? steps.events : [held, ...steps.events]
  const written = history.at(-1)?.id ?? 0
  const life = replay(
    asLifeEvents([...history, ...events.map((event, index) => asEventRow(event, written + index + 1))]),
  )
  if ('problem' in life) {
    return {
      kind: 'rejected',
      problems: [
        ...all,
        { field: 'status', code: 'impossible-history', level: 'error', message: life.problem },
      ],
    }
  }
  const refused = locked(
    () => (stored === null ? null : countable(db, stored)),
    () => ({
      ...{ stretches: life.stretches, returned: life.returned, posted: stored?.postedDay ?? null },
      ...listed,
    }),
  )
  if (refused !== null) {
    const locks: Problem = { field: 'status', code: 'locked', level: 'error', message: refused.message }
    return { kind: 'rejected', problems: [...all, locks] }
  }
  const paperKind = values.paperKind ?? stored?.paperKind ?? null
  const kind =
    stored === null ? 'new' : steps.events.length > 0 || factsDiffer(stored, listed) ? 'updated' : 'unchanged'
  return { kind, problems: all, stored, ...listed, events, life, paperKind }
}

function factsDiffer(stored: StoredApplication, { facts, texts }: ListedFacts): boolean {
  return (
    Object.keys(changesBetween(stored.facts, facts)).length > 0 ||
    texts.districtText !== stored.districtText ||
    texts.reasonText !== stored.reasonText ||
    texts.officerText !== stored.officerText
  )
}

type By = { readonly actorId: number | null; readonly now: string; readonly importId: number }

/** Writes what was decided; answers its line for the audit trail, or null where nothing changes. */
export function carryOut(db: WriteDb, decision: Decision, by: By): AuditEntry | null {
  if (decision.kind === 'rejected' || decision.kind === 'unchanged') return null
  const { stored, facts, texts, life, events, paperKind } = decision
  if (stored === null) {
    const regime = regimeOn(life.registered)
    const id = insertApplication(db, { facts, texts, life, events, paperKind, regime }, by)
    return {
      subject: 'application',
      subjectId: id,
      changes: {
        ...changesBetween(null, facts),
        'Trạng thái': [null, life.status],
        Nhập: [null, by.importId],
      },
    }
  }
  const { id } = stored
  for (const event of events) addEvent(db, id, event, by)
  const columns = {
    ...factColumns(facts),
    reason_text: texts.reasonText,
    officer_text: texts.officerText,
    district_text: texts.districtText,
    paper_kind: paperKind,
    // the law a class is meant by follows the day of handing in, should the list correct it
    regime: regimeOn(life.registered),
    updated_at: by.now,
  }
  db.run(`UPDATE applications SET ${updateList(columns)}, version = version + 1 WHERE id = :id`, {
    ...columns,
    id,
  })
  saveLife(db, id, life, facts)
  indexForSearch(db, id, facts, false)
  return {
    subject: 'application',
    subjectId: id,
    changes: {
      ...changesBetween(stored.facts, facts),
      'Trạng thái': [stored.status, life.status],
      'Ngày hẹn trả': [stored.dueDay, life.due],
      Nhập: [null, by.importId],
    },
  }
}
