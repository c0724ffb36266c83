import type { ReadDb } from '../../../db/database.ts'
import type { Stretch } from '../applications/life.ts'
import type { StoredApplication } from '../applications/read.ts'
import { type Day, dayOf, showDay } from '../calendar/day.ts'
import type { QueryContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { periodTitle } from '../periods/period.ts'
import { settingInForce } from '../settings/store.ts'
import { countsPost } from './model.ts'
import { type Countable, postShareOf, shareOf } from './share.ts'
import { frozenAround, lastStep, periodOfFiling, type StoredFiling } from './store.ts'

/** Says why something may not be written: null where no closed period would count otherwise. */
type PeriodLock = {
  refuses(before: () => Countable | null, after: () => Countable): AppError | null
  refusesDay(day: Day): AppError | null
}

const open: PeriodLock = { refuses: () => null, refusesDay: () => null }
/** Read once for a whole transaction: a batch asks it for every file. */
const locks = new WeakMap<Asking, PeriodLock>()

type Asking = Pick<QueryContext, 'db' | 'actor' | 'now' | 'today'>

/**
 * The lock of approved periods (the setting `periodLock`): a change of a file is refused exactly where a figure of a
 * closed period would be another. Answers the refusal, so that a list can go on with its next row.
 */
export function lockedBy(
  context: Asking,
  before: () => Countable | null,
  after: () => Countable,
): AppError | null {
  return lockFor(context).refuses(before, after)
}

/** Throws what `lockedBy` answers; every command that changes a file asks before it writes. */
export function assertPeriodsOpen(
  context: Asking,
  before: () => Countable | null,
  after: () => Countable,
): void {
  const refused = lockedBy(context, before, after)
  if (refused !== null) throw refused
}

/** Throws `locked` where a day lies in a closed period: for what is counted by day without being a file. */
export function assertDayOpen(context: Asking, day: Day): void {
  const refused = lockFor(context).refusesDay(day)
  if (refused !== null) throw refused
}

function lockFor(context: Asking): PeriodLock {
  const known = locks.get(context) ?? readLock(context)
  locks.set(context, known)
  return known
}

function readLock(context: Asking): PeriodLock {
  const { db, today } = context
  if (!settingInForce(db, 'periodLock', today).on) return open
  const closed = closedPeriods(context)
  if (closed.length === 0) return open
  return {
    refuses: (before, after) => {
      const [was, willBe] = [before(), after()]
      const moves = (share: typeof shareOf, days: StoredFiling) =>
        share(willBe, days) !== (was === null ? '' : share(was, days))
      const met = closed.find(
        filing => moves(shareOf, filing) || (countsPost(filing) && moves(postShareOf, filing)),
      )
      return met === undefined ? null : refusal(db, met)
    },
    refusesDay: day => {
      const met = closed.find(({ from, to }) => from <= day && day <= to)
      return met === undefined ? null : refusal(db, met)
    },
  }
}

/** Frozen periods that are not open to this person at this moment: an unlock opens all that lies in its days. */
function closedPeriods({ db, actor, now }: Asking): readonly StoredFiling[] {
  const unlocks = db.rows<{ from: Day; to: Day }>(
    `SELECT f.from_day AS "from", f.to_day AS "to" FROM filing_steps s JOIN filings f ON f.id = s.filing_id
     WHERE s.unlocked_until > :now AND (s.unlocked_for IS NULL OR s.unlocked_for = :actorId)`,
    { now, actorId: actor.id },
  )
  return frozenAround(db, '0001-01-01', '9999-12-31').filter(
    ({ from, to }) => !unlocks.some(unlock => unlock.from <= from && to <= unlock.to),
  )
}

function refusal(db: ReadDb, filing: StoredFiling): AppError {
  const { at, by } = lastStep(db, filing.id, 'approve')
  const title = periodTitle(periodOfFiling(filing))
  return new AppError(
    'locked',
    `Số liệu kỳ “${title}” đã khóa: báo cáo của kỳ được ${by} duyệt lúc ${at.slice(11, 16)} ngày ${showDay(dayOf(at))}, ` +
      'mà thay đổi này làm số liệu khác đi. Đề nghị lãnh đạo mở khóa tạm thời kỳ này ở mục Báo cáo rồi làm lại.',
    { filingId: filing.id, by, at },
  )
}

/** A stored file as the figures count it. */
export function countable(db: ReadDb, file: StoredApplication): Countable {
  const { id, facts, returnedDay, postedDay } = file
  const stretches = db.rows<Stretch>(
    `SELECT state, from_day AS "from", to_day AS "to", began, ended, due_day AS due
     FROM application_stretches WHERE application_id = :id ORDER BY seq`,
    { id },
  )
  return { stretches, returned: returnedDay, facts, posted: postedDay, texts: file }
}
