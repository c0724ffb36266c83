import type { Json } from '../errors.ts'
import type { Application } from './contract.ts'

/**
 * One thing that was saved since. `field` is a name of `fields` or of `Standing`; for what is neither (a step, a
 * reason) it is the label itself.
 */
export type ChangeSince = {
  readonly field: string
  readonly label: string
  readonly from: Json
  readonly to: Json
  readonly by: string
  readonly at: string
}

/** What a file says now, to be shown beside what somebody was about to save over it. */
export type Standing = Pick<
  Application,
  | 'id'
  | 'version'
  | 'facts'
  | 'status'
  | 'statusDay'
  | 'registeredDay'
  | 'receivedDay'
  | 'dueDay'
  | 'finishedDay'
  | 'returnedDay'
  | 'closedDay'
  | 'postedDay'
>

/**
 * The details of a save that is refused because somebody else has saved since. They may hold personal data: they go
 * to whoever has the file open, and never into a message or a log.
 */
export type Conflict = {
  readonly version: number
  /** Oldest first. */
  readonly changes: readonly ChangeSince[]
  readonly standing: Standing
}
