import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../../../db/database.ts'
import { databasePath } from '../data-folder.ts'
import { openLog } from '../log.ts'
import { createOperations } from '../operations.ts'
import { carryOut } from './carry-out.ts'
import { jobCache, jobPatience, noJobs } from './host-runner.ts'
import type { Job, JobProgress } from './runner.ts'

/** What `threads.ts` gives a thread: one job, and four bytes shared with the host that say "stop". */
export type ThreadData = { readonly folder: string; readonly job: Job; readonly stop: SharedArrayBuffer }

/** Progress is looked at four times a second; a job may report every row. */
const reportEvery = 100

/** A bundle of its own: one thread carries out one job, on its own connection, and ends. */
const { folder, job, stop } = workerData as ThreadData // built by threads.ts only
const asked = new Int32Array(stop)
const log = openLog(folder, 'job')
const database = openDatabase(databasePath(folder), { busyTimeout: jobPatience, cache: jobCache })
let reported = 0

try {
  await carryOut(job, {
    folder,
    database,
    operations: createOperations(noJobs),
    progress: (done, total, label) => {
      if (Date.now() - reported < reportEvery) return
      reported = Date.now()
      parentPort?.postMessage({ done, total, label } satisfies JobProgress)
    },
    cancelled: () => Atomics.load(asked, 0) === 1,
    log: log.error,
  })
} catch (error) {
  log.error(error, job.name)
  process.exitCode = 1
} finally {
  database.close()
}
