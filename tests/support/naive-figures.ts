/**
 * A second, slow reading of figures.md, file by file and day by day, that shares no code with the product. Tests
 * compare the product's figures with it.
 */
export type Step = {
  readonly status: number
  readonly day: string
  /** The appointed day that came with the step. */
  readonly given: string | null
}
/** An appointed day that was corrected without a step. */
export type Correction = { readonly correctedDue: string }

export type Office = {
  readonly daysOff: ReadonlySet<string>
  readonly saturdaysWorked: ReadonlySet<string>
  readonly rule: (day: string) => { readonly days: number; readonly afterPause: 'fresh' | 'remaining' }
}

type Closing = {
  readonly kind: 'finished' | 'withdrawn' | 'stopped'
  readonly day: string
  due: string | null
}

/** What is known of one application (figures.md §1). */
export type Known = {
  registeredAt: string
  receivedAt: string | null
  refusedAt: string | null
  droppedAt: string | null
  returnedAt: string | null
  closings: Closing[]
  resumptions: string[]
  /** Closings and resumptions in their order. */
  turns: { day: string; closes: boolean }[]
  pauses: { from: string; to: string | null }[]
  dues: { due: string; from: string }[]
}

const plusDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

function works(day: string, office: Office): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  if (office.saturdaysWorked.has(day)) return true
  return weekday !== 0 && weekday !== 6 && !office.daysOff.has(day)
}

/** The nth working day after a day; the first day is not counted. */
export function nthWorkingDay(day: string, n: number, office: Office): string {
  let at = day
  for (let counted = 0; counted < n; ) {
    at = plusDay(at)
    if (works(at, office)) counted += 1
  }
  return at
}

function workingDaysAfter(day: string, upTo: string, office: Office): number {
  let count = 0
  for (let at = plusDay(day); at <= upTo; at = plusDay(at)) if (works(at, office)) count += 1
  return count
}

/** Reads a history into what is known of the file. */
export function read(history: readonly (Step | Correction)[], office: Office): Known {
  const known: Known = {
    registeredAt: '',
    receivedAt: null,
    refusedAt: null,
    droppedAt: null,
    returnedAt: null,
    closings: [],
    resumptions: [],
    turns: [],
    pauses: [],
    dues: [],
  }
  for (const fact of history) {
    if ('correctedDue' in fact) correctDue(known, fact.correctedDue)
    else if (known.registeredAt === '') known.registeredAt = fact.day
    else if (known.receivedAt === null) beforeReceipt(known, fact, office)
    else afterReceipt(known, fact, office)
  }
  return known
}

/** §8 case 5: a correction without an event replaces it from the start. */
function correctDue(known: Known, due: string): void {
  known.dues = [{ due, from: '0000-00-00' }]
  for (const closing of known.closings) closing.due = due
}

function beforeReceipt(known: Known, { status, day, given }: Step, office: Office): void {
  // §8 case 3: whatever goes on after a stop before receipt was waiting all the time
  known.droppedAt = null
  if (status === 3) known.refusedAt = day
  if (status === 7 || status === 8) known.droppedAt = day
  if (status === 2) {
    known.receivedAt = day
    known.dues.push({ due: given ?? nthWorkingDay(day, office.rule(day).days, office), from: day })
  }
}

function afterReceipt(known: Known, { status, day, given }: Step, office: Office): void {
  const dueBefore = dueNow(known)
  const isFinished = known.closings.some(({ kind }) => kind === 'finished')
  const isStopped = known.turns.at(-1)?.closes === true && !isFinished
  // §8 case 5: the same day repeated by the list changes nothing
  let brought = given === dueBefore ? null : given
  const bring = () => {
    if (brought !== null) known.dues.push({ due: brought, from: day })
    brought = null
  }
  if (isFinished) {
    bring()
    known.returnedAt = day
    return
  }
  if (isStopped && status === 8) {
    bring()
    return
  }
  if (isStopped) {
    // §8 case 2, and §2: taking up a stopped file gives a fresh N days
    known.resumptions.push(day)
    known.turns.push({ day, closes: false })
    if (brought === null)
      known.dues.push({ due: nthWorkingDay(day, office.rule(day).days, office), from: day })
    bring()
  }
  const pause = known.pauses.find(({ to }) => to === null)
  if (status === 5 || status === 6) {
    if (pause === undefined) known.pauses.push({ from: day, to: null })
    bring()
    return
  }
  if (pause !== undefined) pause.to = day
  if (status === 2 || status === 4) {
    if (pause !== undefined && brought === null) afterPause(known, pause.from, day, office)
    bring()
    return
  }
  bring()
  const kind = status === 7 ? 'withdrawn' : status === 8 ? 'stopped' : 'finished'
  known.closings.push({ kind, day, due: dueNow(known) })
  known.turns.push({ day, closes: true })
  if (status === 10) known.returnedAt = day
}

/** §2: a fresh N days, or the days that were left; a pause entered after the due day changes nothing. */
function afterPause(known: Known, entered: string, left: string, office: Office): void {
  const due = dueNow(known)
  if (due === null || entered > due) return
  const { days, afterPause: choice } = office.rule(left)
  const n = choice === 'fresh' ? days : workingDaysAfter(entered, due, office)
  known.dues.push({ due: nthWorkingDay(left, n, office), from: left })
}

/** The due day as the history stands. */
export const dueNow = (known: Known): string | null => known.dues.at(-1)?.due ?? null

const dueAt = (known: Known, day: string): string | null =>
  known.dues.filter(({ from }) => from <= day).at(-1)?.due ?? null

const onOrBefore = (moment: string | null, day: string): boolean => moment !== null && moment <= day

/** Registered, and not received, refused or dropped, at the end of a day. */
export const waitsAt = (known: Known, day: string): boolean =>
  known.registeredAt <= day &&
  !onOrBefore(known.receivedAt, day) &&
  !onOrBefore(known.refusedAt, day) &&
  !onOrBefore(known.droppedAt, day)

/** Received and not closed at the end of a day. */
export const openAt = (known: Known, day: string): boolean =>
  onOrBefore(known.receivedAt, day) && known.turns.filter(turn => turn.day <= day).at(-1)?.closes !== true

/** §2: the state of an open file at the end of a day. */
export function stateAt(known: Known, day: string): 'openPaused' | 'openOverdue' | 'openInTime' {
  if (known.pauses.some(({ from, to }) => from <= day && (to === null || to > day))) return 'openPaused'
  const due = dueAt(known, day)
  return due !== null && due < day ? 'openOverdue' : 'openInTime'
}

/** §2: by day, with the due day in force on the day of closing. */
export function timeliness({ day, due }: Closing): 'closedEarly' | 'closedOnTime' | 'closedLate' {
  if (due === null || day === due) return 'closedOnTime'
  return day < due ? 'closedEarly' : 'closedLate'
}
