import type { Database } from '../../../db/database.ts'
import type { JobContext } from '../context.ts'
import type { Json } from '../errors.ts'
import { dropResult, keepResult } from './results.ts'
import { type JobOutcome, runJob } from './run.ts'
import type { Job } from './runner.ts'

type Work = (context: JobContext, input: unknown) => Json | Promise<Json>

export type Place = {
  readonly folder: string
  readonly database: Database
  /** What `createOperations` answered: feature → verb → function. */
  readonly operations: object
  progress(done: number, total: number, label: string): void
  cancelled(): boolean
  log(error: unknown, where?: string): void
}

/** Runs one job wherever it is called, thread or process; its file lies in the folder only when it ended well. */
export async function carryOut(job: Job, place: Place): Promise<JobOutcome> {
  const outcome = await runJob(job, {
    database: place.database,
    work: workOf(place.operations, job.name),
    progress: place.progress,
    cancelled: place.cancelled,
    keepFile: file => keepResult(place.folder, job.id, file.bytes),
    log: error => place.log(error, job.name),
  })
  if (outcome.state !== 'done') dropResult(place.folder, job.id)
  return outcome
}

function workOf(operations: object, name: string): Work {
  const [feature = '', verb = ''] = name.split('.')
  const work: unknown = Reflect.get(Object(Reflect.get(operations, feature)), verb)
  if (typeof work !== 'function') throw new Error(`no job is called ${name}`)
  return work as Work // the door has checked that the contract declares it as a job
}
