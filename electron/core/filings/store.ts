import type { ReadDb, WriteDb } from '../../../db/database.ts'
import type { CommandContext } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Period, PeriodKind } from '../periods/period.ts'
import type { FilingEntry } from './contract.ts'
import type { FilingState, StepName } from './model.ts'

/** A filing as it is stored. */
export type StoredFiling = {
  readonly id: number
  readonly version: number
  readonly report: string
  readonly periodKind: PeriodKind
  readonly periodId: string
  readonly from: string
  readonly to: string
  readonly adjustment: number
  readonly adjusts: number | null
  readonly state: FilingState
  readonly freezeId: number | null
  readonly number: string | null
  readonly sentDay: string | null
  readonly receivers: string | null
}

const columns = `f.id, f.version, f.report, f.period_kind AS periodKind, f.period_id AS periodId, f.from_day AS "from",
  f.to_day AS "to", f.adjustment, f.adjusts, f.state, f.freeze_id AS freezeId, f.number, f.sent_day AS sentDay,
  f.receivers`

export function filingById(db: ReadDb, id: number): StoredFiling {
  const filing = db.row<StoredFiling>(`SELECT ${columns} FROM filings f WHERE f.id = :id`, { id })
  if (filing === undefined)
    throw new AppError('not-found', 'Không tìm thấy báo cáo của kỳ này. Tải lại danh sách báo cáo.')
  return filing
}

type PeriodName = { readonly kind: string; readonly id: string }

/** The filings of one report and period, the first and its adjustments, in their order. */
export function filingsOf(db: ReadDb, report: string, { kind, id }: PeriodName): readonly StoredFiling[] {
  return db.rows<StoredFiling>(
    `SELECT ${columns} FROM filings f
     WHERE f.report = :report AND f.period_kind = :kind AND f.period_id = :id ORDER BY f.adjustment`,
    { report, kind, id },
  )
}

export const periodOfFiling = ({ periodKind, periodId, from, to }: StoredFiling): Period => ({
  kind: periodKind,
  id: periodId,
  from,
  to,
})

type Told = {
  readonly step: FilingEntry['step']
  readonly state: FilingState
  readonly comment: string | null
  readonly unlockedFor?: number | null
  readonly unlockedUntil?: string | null
}

/** Appends to the history of a filing. */
export function addStep({ db, now, actor }: CommandContext, filingId: number, told: Told): void {
  if (actor.id === null) throw new Error('a step of a filing is taken by somebody')
  db.run(
    `INSERT INTO filing_steps (filing_id, step, state, at, by_id, comment, unlocked_for, unlocked_until)
     VALUES (:filingId, :step, :state, :now, :actorId, :comment, :unlockedFor, :unlockedUntil)`,
    { filingId, now, actorId: actor.id, unlockedFor: null, unlockedUntil: null, ...told },
  )
}

/** Writes the state a step leads to, with what came with it. */
export function saveState(
  db: WriteDb,
  id: number,
  state: FilingState,
  more: { freezeId: number | null; number?: string; sentDay?: string; receivers?: string },
): void {
  db.run(
    `UPDATE filings SET state = :state, version = version + 1, freeze_id = :freezeId, number = :number,
       sent_day = :sentDay, receivers = :receivers WHERE id = :id`,
    { id, state, number: null, sentDay: null, receivers: null, ...more },
  )
}

/** When a step was last taken, and by whom. */
export function lastStep(
  db: ReadDb,
  filingId: number,
  step?: StepName,
): { readonly at: string; readonly by: string } {
  const found = db.row<{ at: string; by: string }>(
    `SELECT s.at, u.display_name AS by FROM filing_steps s JOIN users u ON u.id = s.by_id
     WHERE s.filing_id = :filingId AND (:step IS NULL OR s.step = :step) ORDER BY s.id DESC LIMIT 1`,
    { filingId, step: step ?? null },
  )
  if (found === undefined) throw new Error(`filing ${filingId} has no step ${step ?? ''}`)
  return found
}

/** The filings whose last step is the latest first. */
export function latestFilings(
  db: ReadDb,
  filter: { readonly report: string | null; readonly state: string | null; readonly limit: number },
): readonly StoredFiling[] {
  return db.rows<StoredFiling>(
    `SELECT ${columns} FROM filings f
     WHERE (:report IS NULL OR f.report = :report) AND (:state IS NULL OR f.state = :state)
     ORDER BY (SELECT max(s.id) FROM filing_steps s WHERE s.filing_id = f.id) DESC LIMIT :limit`,
    filter,
  )
}

/** The whole history of a filing, oldest first. */
export function historyOfFiling(db: ReadDb, filingId: number): readonly FilingEntry[] {
  return db.rows<FilingEntry>(
    `SELECT s.id, s.step, s.state, s.at, u.display_name AS by, s.comment, s.unlocked_until AS unlockedUntil,
            w.display_name AS unlockedFor
     FROM filing_steps s JOIN users u ON u.id = s.by_id LEFT JOIN users w ON w.id = s.unlocked_for
     WHERE s.filing_id = :filingId ORDER BY s.id`,
    { filingId },
  )
}

/** Frozen filings whose days meet the span; the last adjustment of a period speaks for it. */
export function frozenAround(db: ReadDb, from: string, to: string): readonly StoredFiling[] {
  return db.rows<StoredFiling>(
    `SELECT ${columns} FROM filings f
     WHERE f.to_day >= :from AND f.from_day <= :to AND f.state IN ('approved', 'sent') ORDER BY f.to_day, f.id`,
    { from, to },
  )
}
