import { type Database, openDatabase } from '../../../db/database.ts'
import { databasePath } from '../data-folder.ts'
import { createOperations } from '../operations.ts'
import { carryOut } from './carry-out.ts'
import { endRow } from './cut-off.ts'
import { type HostRunner, jobCache, jobPatience, type RunnerOptions } from './host-runner.ts'
import { readResult } from './results.ts'
import type { Job, JobProgress } from './runner.ts'

type Running = { progress: JobProgress; cancelled: boolean; finished: Promise<void> }

/** Runs jobs in the host's own process, one after the other: for the command line and for tests. */
export function createInPlaceRunner(options: RunnerOptions): HostRunner {
  const { folder } = options
  const running = new Map<string, Running>()
  let database: Database | undefined
  let last: Promise<void> = Promise.resolve()

  const begin = async (job: Job, state: Running): Promise<void> => {
    database ??= openDatabase(databasePath(folder), { busyTimeout: jobPatience, cache: jobCache })
    try {
      await carryOut(job, {
        folder,
        database,
        operations: createOperations(runner),
        progress: (done, total, label) => {
          state.progress = { done, total, label }
          options.onProgress?.(job.id, state.progress)
        },
        cancelled: () => state.cancelled,
        log: options.log,
      })
    } catch (error) {
      options.log(error, job.name)
      endRow(database, job.id, 'failed', job.now)
    } finally {
      running.delete(job.id)
    }
  }

  const runner: HostRunner = {
    start: job => {
      const state: Running = {
        progress: { done: 0, total: 0, label: '' },
        cancelled: false,
        finished: Promise.resolve(),
      }
      running.set(job.id, state)
      last = last.then(() => begin(job, state)).catch(error => options.log(error, job.name))
      state.finished = last
    },
    progress: id => running.get(id)?.progress,
    cancel: id => {
      const state = running.get(id)
      if (state !== undefined) state.cancelled = true
    },
    file: (id, name) => {
      const bytes = readResult(folder, id)
      return bytes === undefined ? undefined : { name, bytes }
    },
    finished: async id => running.get(id)?.finished,
    close: async () => {
      for (const state of running.values()) state.cancelled = true
      await last
      database?.close()
      database = undefined
    },
  }
  return runner
}
