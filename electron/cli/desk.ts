import type { ReadDb } from '../../db/database.ts'
import type { Actor } from '../core/context.ts'
import type { AppContract } from '../core/contract.ts'
import { AppError } from '../core/errors.ts'
import type { JobProgress } from '../core/jobs/runner.ts'
import type { CallInputOf, Contract, FileContent, Operation, ReplyOf } from '../core/operation.ts'
import { type Started, start } from '../core/start.ts'
import type { Role } from '../core/users/model.ts'
import type { Arguments } from './arguments.ts'

type Name<C extends Contract> = { [F in keyof C & string]: `${F}.${keyof C[F] & string}` }[keyof C & string]
type At<N extends string> = N extends `${infer F}.${infer V}`
  ? F extends keyof AppContract
    ? V extends keyof AppContract[F]
      ? AppContract[F][V] extends Operation
        ? AppContract[F][V]
        : never
      : never
    : never
  : never

/** The core as the verbs call it: a refusal is thrown as the AppError it is. */
export type Desk = {
  readonly folder: string
  call<N extends Name<AppContract>>(name: N, input: CallInputOf<At<N>>): Promise<ReplyOf<At<N>>>
  /** Runs a job to its end, with progress on standard error. */
  run<N extends Name<AppContract>>(name: N, input: CallInputOf<At<N>>): Promise<Finished<ReplyOf<At<N>>>>
  /** Any operation by name, for `gplx call`. */
  any(name: string, input: unknown): Promise<unknown>
  close(): Promise<void>
}

type Finished<R> = {
  readonly result: R extends { readonly result?: infer A } ? A : never
  file(): Promise<FileContent>
}

/** Opens the data folder as the account of `--as`, or as its first administrator. */
export async function openDesk(args: Arguments): Promise<Desk> {
  const as = args.text('as')
  const started = await start({
    host: 'cli',
    data: args.text('data'),
    actor: db => actorOf(db, as),
    ...(!args.flag('json') && { onProgress: showProgress }),
  })
  const any = (name: string, input: unknown) => ask(started, name, input)
  return {
    folder: started.folder,
    // The door has validated the input and answers by the contract's own type.
    call: async (name, input) => (await any(name, input)) as never,
    run: async (name, input) => {
      const { jobId } = (await any(name, input)) as { jobId: string }
      await started.jobs.finished(jobId)
      const status = (await any('jobs.status', { id: jobId })) as JobEnd
      if (status.state === 'failed' && status.error !== null)
        throw new AppError(status.error.code, status.error.message, status.error.details)
      if (status.state !== 'done')
        throw new AppError('conflict', 'Công việc đã bị dừng, dữ liệu không thay đổi. Chạy lại lệnh.')
      return {
        result: status.result as never,
        file: async () => (await any('jobs.file', { id: jobId })) as FileContent,
      }
    },
    any,
    close: () => started.close(),
  }
}

type JobEnd = {
  readonly state: string
  readonly result: unknown
  readonly error: ReturnType<AppError['toReply']> | null
}

async function ask(started: Started, name: string, input: unknown): Promise<unknown> {
  const reply = await started.app.call({ token: null, name, input })
  if (reply.ok) return reply.value
  const { code, message, details } = reply.error
  throw new AppError(code, message, details)
}

/** Nobody on a new folder: then only `init` and `demo` may act. */
function actorOf(db: ReadDb, as: string | undefined): Actor {
  const row = db.row<{ id: number; name: string; role: Role }>(
    `SELECT id, display_name AS name, role FROM users
     WHERE active = 1 AND ${as === undefined ? "role = 'admin'" : 'username = :as'} ORDER BY id LIMIT 1`,
    as === undefined ? {} : { as },
  )
  if (row !== undefined) return { ...row, host: 'cli' }
  if (as !== undefined)
    throw new AppError('not-found', 'Không có tài khoản đang hoạt động mang tên này. Kiểm tra --as.')
  return { id: null, name: 'Hệ thống', role: null, host: 'cli' }
}

function showProgress(_id: string, { done, total, label }: JobProgress): void {
  process.stderr.write(`\r${label}: ${done.toLocaleString('vi-VN')}/${total.toLocaleString('vi-VN')}   `)
}
