import type { JobProgress, JobRunner } from './runner.ts'

/** What a host holds: the core's port, and the two things only a host asks. */
export type HostRunner = JobRunner & {
  /** Resolves when the job's row says how it ended; at once for a job this host does not run. */
  finished(id: string): Promise<void>
  /** Asks every running job to stop and waits until their rows say so, or the limit has passed. */
  close(): Promise<void>
}

export type RunnerOptions = {
  readonly folder: string
  log(error: unknown, where?: string): void
  /** Told at every step, for a host that prints it. */
  onProgress?(id: string, progress: JobProgress): void
}

/** How long a job's own connection waits for another writer, in ms: it may, it blocks nobody's screen. */
export const jobPatience = 60_000
/** Memory for pages of a job's own connection, in KiB: an import of a whole year should not spill to the disk. */
export const jobCache = 96_000

/** What runs in a thread starts no other job. */
export const noJobs: JobRunner = {
  start: () => {
    throw new Error('a thread may not start another job')
  },
  progress: () => undefined,
  cancel: () => undefined,
  file: () => undefined,
}
