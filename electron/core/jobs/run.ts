import type { Database } from '../../../db/database.ts'
import { appendAudit } from '../audit/append.ts'
import { dayOf, nowInVietnam } from '../calendar/day.ts'
import type { AuditEntry, JobContext } from '../context.ts'
import { AppError, type ErrorReply, type Json } from '../errors.ts'
import type { FileContent } from '../operation.ts'
import type { Job } from './runner.ts'

/** Thrown by `checkCancelled`; inside the writing transaction it undoes everything. */
export class Cancelled extends Error {}

export type JobOutcome =
  | { readonly state: 'done'; readonly result: Json }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly error: ErrorReply }

export type JobSurroundings = {
  readonly database: Database
  readonly work: (context: JobContext, input: unknown) => Json | Promise<Json>
  progress(done: number, total: number, label: string): void
  cancelled(): boolean
  keepFile(file: FileContent): void
  log(error: unknown): void
}

/**
 * Runs one job to its end, in whatever thread it is called, and writes its row. The same function serves the
 * job thread, the command line and tests.
 */
export async function runJob(job: Job, around: JobSurroundings): Promise<JobOutcome> {
  const { database } = around
  const given = { actor: job.actor, now: job.now, today: dayOf(job.now) }
  let fileName: string | null = null
  let writes = 0
  let committed = false
  const context: JobContext = {
    ...given,
    read: work => database.read(db => work({ ...given, db })),
    write: work => {
      writes += 1
      if (writes > 1) throw new Error(`job ${job.name} writes in more than one transaction`)
      const answer = database.atomically(db => {
        const append = appendAudit(db, job.actor, job.now, job.name)
        let entries = 0
        const audit = (entry: AuditEntry) => {
          append(entry)
          entries += 1
        }
        const answer = work({ ...given, db, audit })
        if (entries === 0) throw new Error(`${job.name} left no audit entry`)
        // With the data: a power cut after this moment must not look as if nothing had been written. It is not yet
        // done, for whoever asks meanwhile would find no result.
        db.run('UPDATE jobs SET ended_at = :now WHERE id = :id', { id: job.id, now: ended() })
        return answer
      })
      committed = true
      return answer
    },
    progress: around.progress,
    checkCancelled: () => {
      if (around.cancelled()) throw new Cancelled()
    },
    keepFile: file => {
      around.keepFile(file)
      fileName = file.name
    },
  }
  const outcome = await attempt(
    () => around.work(context, job.input),
    () => committed,
    around.log,
  )
  database.atomically(db =>
    db.run(
      `UPDATE jobs SET state = :state, ended_at = :at, result = :result, error = :error, file_name = :fileName
       WHERE id = :id`,
      {
        id: job.id,
        at: ended(),
        state: outcome.state,
        result: outcome.state === 'done' ? JSON.stringify(outcome.result) : null,
        error: outcome.state === 'failed' ? JSON.stringify(outcome.error) : null,
        fileName: outcome.state === 'done' ? fileName : null,
      },
    ),
  )
  return outcome
}

const ended = () => nowInVietnam(Date.now())

async function attempt(
  work: () => Json | Promise<Json>,
  committed: () => boolean,
  log: (error: unknown) => void,
): Promise<JobOutcome> {
  try {
    return { state: 'done', result: await work() }
  } catch (error) {
    if (error instanceof Cancelled && !committed()) return { state: 'cancelled' }
    if (error instanceof AppError && !committed()) return { state: 'failed', error: error.toReply() }
    log(error)
    return { state: 'failed', error: committed() ? written() : unexpected() }
  }
}

/** What the user is told when something nobody foresaw went wrong; the log has the rest. */
export function unexpected(): ErrorReply {
  return {
    code: 'unexpected',
    message:
      'Ứng dụng gặp lỗi ngoài dự kiến, dữ liệu không bị thay đổi. Thử lại; nếu vẫn lỗi, gửi tệp nhật ký cho quản trị viên.',
  }
}

/** The same after the job's own transaction: what it wrote stands, only what came after is missing. */
export function written(): ErrorReply {
  return {
    code: 'unexpected',
    message:
      'Dữ liệu đã được ghi, nhưng bước sau đó gặp lỗi. Đừng làm lại; kiểm tra sổ rồi gửi tệp nhật ký cho quản trị viên.',
  }
}
