import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { appendAudit } from './audit/append.ts'
import { hasBrokenText } from './broken-text.ts'
import { dayOf } from './calendar/day.ts'
import type {
  Actor,
  CommandContext,
  Host,
  JobContext,
  NoteContext,
  PreparedCommand,
  QueryContext,
} from './context.ts'
import { contract } from './contract.ts'
import { AppError, type Json, type Reply, type Request } from './errors.ts'
import { unexpected } from './jobs/run.ts'
import type { JobRunner } from './jobs/runner.ts'
import type { FileContent, Operation } from './operation.ts'
import { createOperations } from './operations.ts'
import { signedIn } from './users/sessions.ts'
import { worded } from './words.ts'

/** The core from outside: one door, asked by every host. */
export type App = {
  /** Carries out one request and answers as data; it never throws. */
  call(request: Request): Promise<Reply>
}

export type AppOptions = {
  readonly database: Database
  readonly host: Host
  readonly jobs: JobRunner
  /** The moment now, ISO with the offset of Việt Nam. */
  now(): string
  /** Given by hosts that know who acts (the command line); otherwise the token's session says it. */
  readonly actor?: Actor
  /** Answers a query beside the host's thread; without it every query runs where the call was made. */
  aside?(asked: Aside): Promise<Json>
  log(error: unknown): void
}

/** A query that has been let in and checked, as plain data: it crosses a thread. */
export type Aside = {
  readonly name: string
  readonly input: unknown
  readonly actor: Actor
  readonly now: string
}

type AnyHandler =
  | ((context: QueryContext | CommandContext | JobContext, input: unknown) => Json | FileContent)
  | PreparedCommand<unknown, unknown, Json>

/** How long a request waits for another writer, without blocking the thread, in ms. */
const patience = 5000

/** Makes the door: who? may they? valid? → transaction + audit → reply as data. */
export function createApp(options: AppOptions): App {
  const { database } = options
  const operations = createOperations(options.jobs)

  const carryOut = async (request: Request): Promise<Json | FileContent> => {
    const { declared, handler } = find(operations, request.name)
    const now = options.now()
    const actor =
      options.actor ?? (await patiently(database, () => signedIn(database, request, options.host, now)))
    assertAllowed(declared, actor)
    const input = parse(declared, request.input)
    const given = { actor: actor ?? nobody(options.host), now, today: dayOf(now) }
    const read = <T>(work: (context: QueryContext) => T): T => database.read(db => work({ ...given, db }))

    if (declared.kind === 'job') return startJob(request.name, input, given.actor, now)
    if (declared.kind === 'note') {
      return patiently(database, () =>
        database.atomically(db =>
          (handler as (context: NoteContext, input: unknown) => Json)({ ...given, db }, input),
        ),
      )
    }
    if (declared.aside && options.aside !== undefined) {
      return options.aside({ name: request.name, input, actor: given.actor, now })
    }
    if (declared.kind !== 'command') {
      // The type of a handler follows from its kind (context.ts `Handler`); the name lookup loses it.
      return read(context =>
        (handler as (context: QueryContext, input: unknown) => Json | FileContent)(context, input),
      )
    }
    const ready = typeof handler === 'function' ? undefined : await handler.prepare(input, read)
    return patiently(database, () =>
      database.atomically(db => {
        const append = appendAudit(db, given.actor, now, request.name)
        let entries = 0
        const context: CommandContext = {
          ...given,
          db,
          audit: entry => {
            append(entry)
            entries += 1
          },
        }
        const answer =
          typeof handler === 'function' ? handler(context, input) : handler.run(context, input, ready)
        if (entries === 0) throw new Error(`${request.name} left no audit entry`)
        return answer
      }),
    ).then(answer => {
      if (answer instanceof AppError) throw answer
      return answer
    })
  }

  const startJob = (name: string, input: unknown, actor: Actor, now: string): Promise<Json> => {
    const id = randomUUID()
    return patiently(database, () => {
      database.atomically(db =>
        db.run(
          `INSERT INTO jobs (id, operation, actor_id, actor_name, host, process_id, state, created_at)
           VALUES (:id, :name, :actorId, :actorName, :host, :process, 'running', :now)`,
          { id, name, actorId: actor.id, actorName: actor.name, host: actor.host, process: process.pid, now },
        ),
      )
      options.jobs.start({ id, name, input, actor, now })
      return { jobId: id }
    })
  }

  return {
    call: async request => {
      try {
        return { ok: true, value: await carryOut(request) }
      } catch (error) {
        if (error instanceof AppError) return { ok: false, error: error.toReply() }
        options.log(error)
        return { ok: false, error: unexpected() }
      }
    },
  }
}

type Found = { readonly declared: Operation; readonly handler: AnyHandler }

function find(operations: ReturnType<typeof createOperations>, name: string): Found {
  const [feature = '', verb = '', ...more] = name.split('.')
  const declared = own(own(contract, feature), verb)
  const handler = own(own(operations, feature), verb)
  // The name is kept in the trail and in `jobs`: nothing may follow the verb.
  if (declared === undefined || handler === undefined || more.length > 0) {
    throw new AppError('not-found', 'Phiên bản ứng dụng không có chức năng này. Khởi động lại ứng dụng.')
  }
  return { declared, handler } as Found // `Operations<C>` makes both trees the same shape
}

function own(tree: unknown, key: string): unknown {
  return typeof tree === 'object' && tree !== null && Object.hasOwn(tree, key)
    ? Reflect.get(tree, key)
    : undefined
}

function nobody(host: Host): Actor {
  return { id: null, name: 'Hệ thống', role: null, host }
}

function assertAllowed(operation: Operation, actor: Actor | null): void {
  if (operation.allow === 'anyone') return
  if (actor === null || actor.role === null) {
    throw new AppError('not-allowed', 'Phiên làm việc đã hết. Đăng nhập lại để tiếp tục.', {
      signedOut: true,
    })
  }
  if (!operation.allow.includes(actor.role)) {
    throw new AppError(
      'not-allowed',
      'Tài khoản này không có quyền làm việc đó. Đề nghị quản trị viên cấp quyền.',
    )
  }
}

function parse(operation: Operation, input: unknown): unknown {
  if (hasBrokenText(input))
    throw new AppError('invalid', 'Nội dung có ký tự bị hỏng, không lưu được. Xoá ký tự đó rồi nhập lại.')
  const result = operation.input.safeParse(input ?? {}, worded)
  if (result.success) return result.data
  const fields = fieldMessages(result.error)
  throw new AppError(
    'invalid',
    Object.values(fields)[0] ?? 'Dữ liệu gửi lên không hợp lệ. Kiểm tra và nhập lại.',
    { fields },
  )
}

/** One message per field: the first says enough. */
function fieldMessages(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    const path = issue.path.join('.')
    fields[path] ??= issue.message
  }
  return fields
}

/** Tries again while another connection writes, giving the thread away between tries. */
async function patiently<T>(database: Database, work: () => T): Promise<T> {
  const until = Date.now() + patience
  for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error)) throw error
      if (Date.now() > until) throw new AppError('conflict', busyMessage(database))
      await wait(pause)
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}

function busyMessage(database: Database): string {
  const job = database.read(db =>
    db.row<{ actor_name: string }>(
      "SELECT actor_name FROM jobs WHERE state = 'running' ORDER BY created_at DESC LIMIT 1",
    ),
  )
  const who = job === undefined ? 'Một cửa sổ khác' : `Công việc của ${job.actor_name}`
  return `${who} đang ghi dữ liệu. Chờ xong rồi thử lại; nội dung vừa nhập vẫn còn.`
}
