import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ReadDb } from '../../db/database.ts'
import type { Actor } from '../core/context.ts'
import { type AppContract, contract } from '../core/contract.ts'
import { databasePath, defaultFolder } from '../core/data-folder.ts'
import { AppError } from '../core/errors.ts'
import type { JobStatus } from '../core/jobs/contract.ts'
import type { JobProgress } from '../core/jobs/runner.ts'
import type { CallInputOf, Contract, FileContent, Operation, ReplyOf } from '../core/operation.ts'
import { type Started, start } from '../core/start.ts'
import type { Role } from '../core/users/model.ts'
import type { Arguments } from './arguments.ts'

export type Name<C extends Contract> = { [F in keyof C & string]: `${F}.${keyof C[F] & string}` }[keyof C &
  string]
export type At<N extends string> = N extends `${infer F}.${infer V}`
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
  /** Any operation by name, for `gplx call`; a job is run to its end and answers `{ jobId, result, fileName }`. */
  any(name: string, input: unknown): Promise<unknown>
  close(): Promise<void>
}

type Finished<R> = {
  readonly result: R extends { readonly result?: infer A } ? A : never
  file(): Promise<FileContent>
}

type Opening = Pick<Arguments, 'flag'> & { text(name: 'as' | 'data'): string | undefined }

/** Opens the data folder as the account of `--as`, or as its first administrator; `now` only for the bench. */
export async function openDesk(args: Opening, now?: () => string): Promise<Desk> {
  const as = args.text('as')
  const started = await start({
    host: 'cli',
    data: args.text('data'),
    actor: db => actorOf(db, as),
    ...(now !== undefined && { now }),
    ...(!args.flag('json') && { onProgress: showProgress }),
  })
  const door = (name: string, input: unknown) => ask(started, name, input)
  const finish = async (name: string, input: unknown) => {
    const { jobId } = (await door(name, input)) as { jobId: string }
    await started.jobs.finished(jobId)
    const { state, error, result, fileName } = (await door('jobs.status', { id: jobId })) as JobStatus
    if (state === 'failed' && error !== null) throw new AppError(error.code, error.message, error.details)
    if (state !== 'done')
      throw new AppError('conflict', 'Công việc đã bị dừng, dữ liệu không thay đổi. Chạy lại lệnh.')
    return { jobId, result, fileName }
  }
  return {
    folder: started.folder,
    // The door has validated the input and answers by the contract's own type.
    call: async (name, input) => (await door(name, input)) as never,
    run: async (name, input) => {
      const { jobId, result } = await finish(name, input)
      return {
        result: result as never,
        file: async () => (await door('jobs.file', { id: jobId })) as FileContent,
      }
    },
    any: (name, input) => (isJob(name) ? finish(name, input) : door(name, input)),
    close: () => started.close(),
  }
}

/** Refuses a folder that holds no data, before anything is made in it. */
export function assertHasFile(args: Arguments): void {
  const folder = resolve(args.text('data') ?? defaultFolder(process.platform, process.env))
  if (!existsSync(databasePath(folder))) throw noData(folder)
}

/** What a verb that needs a department says where there is none. */
export function noData(folder: string): AppError {
  return new AppError(
    'not-found',
    `Thư mục ${folder} không có dữ liệu. Kiểm tra --data, hoặc lập dữ liệu mới bằng lệnh init.`,
  )
}

function isJob(name: string): boolean {
  return Object.entries(contract).some(([feature, verbs]) =>
    Object.entries(verbs).some(([verb, { kind }]) => kind === 'job' && `${feature}.${verb}` === name),
  )
}

async function ask(started: Started, name: string, input: unknown): Promise<unknown> {
  const reply = await started.app.call({ token: null, name, input })
  if (reply.ok) return reply.value
  const { code, message, details } = reply.error
  throw new AppError(code, message, details)
}

/** Nobody on a new folder: then only `init` and `demo` may act. */
export function actorOf(db: ReadDb, as: string | undefined): Actor {
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
