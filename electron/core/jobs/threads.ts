import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { openDatabase } from '../../../db/database.ts'
import { nowInVietnam } from '../calendar/day.ts'
import { databasePath } from '../data-folder.ts'
import { endRow } from './cut-off.ts'
import type { HostRunner, RunnerOptions } from './host-runner.ts'
import { readResult } from './results.ts'
import type { Job, JobProgress } from './runner.ts'
import type { ThreadData } from './thread.ts'

type Task = {
  readonly job: Job
  readonly stop: Int32Array<SharedArrayBuffer>
  readonly finished: Promise<void>
  /** Resolves `finished`. */
  end(): void
  progress: JobProgress
  worker?: Worker
}

const mostThreads = 2
/** How long closing a host waits for its jobs to hear that they should stop, in ms. */
const closingLimit = 10_000
const waiting: JobProgress = { done: 0, total: 0, label: 'Chờ công việc khác xong' }
const beginning: JobProgress = { done: 0, total: 0, label: 'Đang bắt đầu' }

/**
 * Runs jobs in threads, at most two and at most one import at a time. That only one writes is SQLite's own doing:
 * a job's writing transaction waits for another's.
 */
export function createThreadRunner(options: RunnerOptions & { readonly threadFile: URL }): HostRunner {
  const { folder, log } = options
  const tasks = new Map<string, Task>()
  let closing = false

  const startNext = (): void => {
    const running = [...tasks.values()].filter(task => task.worker !== undefined)
    const next = [...tasks.values()].find(
      task => task.worker === undefined && !(isImport(task.job) && running.some(({ job }) => isImport(job))),
    )
    if (closing || next === undefined || running.length >= mostThreads) return
    begin(next)
    startNext()
  }

  const begin = (task: Task): void => {
    const data: ThreadData = { folder, job: task.job, stop: task.stop.buffer }
    const worker = new Worker(options.threadFile, { workerData: data })
    task.worker = worker
    report(task, beginning)
    worker.on('message', (progress: JobProgress) => report(task, progress))
    worker.on('error', error => log(error, task.job.name))
    worker.on('exit', async code => {
      if (code !== 0) await endPatiently(task.job, 'failed')
      leave(task)
      startNext()
    })
  }

  const report = (task: Task, progress: JobProgress): void => {
    task.progress = progress
    options.onProgress?.(task.job.id, progress)
  }

  const leave = (task: Task): void => {
    tasks.delete(task.job.id)
    task.end()
  }

  /** Another connection may be writing at this moment, and this is the host's thread: short tries. */
  const endPatiently = async (job: Job, state: 'failed' | 'cancelled'): Promise<void> => {
    for (let tries = 0; tries < 100; tries += 1) {
      try {
        const database = openDatabase(databasePath(folder), { busyTimeout: 10 })
        try {
          endRow(database, job.id, state, nowInVietnam(Date.now()))
        } finally {
          database.close()
        }
        return
      } catch (error) {
        if (tries === 99) log(error, job.name)
        await wait(100)
      }
    }
  }

  return {
    start: job => {
      let end = () => {}
      const finished = new Promise<void>(resolve => {
        end = resolve
      })
      const stop = new Int32Array(new SharedArrayBuffer(4))
      tasks.set(job.id, { job, stop, finished, end, progress: waiting })
      startNext()
    },
    progress: id => tasks.get(id)?.progress,
    cancel: id => {
      const task = tasks.get(id)
      if (task !== undefined) Atomics.store(task.stop, 0, 1)
    },
    file: (id, name) => {
      const bytes = readResult(folder, id)
      return bytes === undefined ? undefined : { name, bytes }
    },
    finished: async id => tasks.get(id)?.finished,
    close: async () => {
      closing = true
      const all = [...tasks.values()]
      for (const task of all.filter(({ worker }) => worker === undefined)) {
        leave(task)
        await endPatiently(task.job, 'cancelled')
      }
      for (const task of tasks.values()) Atomics.store(task.stop, 0, 1)
      const stopped = Promise.all([...tasks.values()].map(task => task.finished))
      await Promise.race([stopped, wait(closingLimit, undefined, { ref: false })])
      await Promise.all([...tasks.values()].map(task => task.worker?.terminate()))
      await Promise.all([...tasks.values()].map(task => task.finished))
    },
  }
}

const isImport = (job: Job): boolean => job.name.startsWith('imports.')
