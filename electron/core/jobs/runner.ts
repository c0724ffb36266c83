import type { Actor } from '../context.ts'
import type { FileContent } from '../operation.ts'

/** One piece of long work, as plain data: it crosses a thread. */
export type Job = {
  readonly id: string
  readonly name: string
  readonly input: unknown
  readonly actor: Actor
  readonly now: string
}

export type JobProgress = { readonly done: number; readonly total: number; readonly label: string }

/** Outbound port of the core: who runs long work, and where it lies until fetched. */
export type JobRunner = {
  /** Starts the job; its row in `jobs` is written already. Never throws for what the job itself does. */
  start(job: Job): void
  /** Progress of a job of this host; of another host's job only the row's state is known. */
  progress(id: string): JobProgress | undefined
  /** Asks the job to stop; it is heard between batches. */
  cancel(id: string): void
  /** The file the job kept, if any. */
  file(id: string, name: string): FileContent | undefined
}
