import { cpSync } from 'node:fs'
import { afterAll } from 'vitest'
import { type Database, openDatabase } from '../../db/database.ts'
import { migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations.ts'
import { type App, createApp } from '../../electron/core/app.ts'
import type { AppContract } from '../../electron/core/contract.ts'
import { databasePath } from '../../electron/core/data-folder.ts'
import { AppError, type Request } from '../../electron/core/errors.ts'
import type { HostRunner } from '../../electron/core/jobs/host-runner.ts'
import { createInPlaceRunner } from '../../electron/core/jobs/in-place.ts'
import type { Client, JobStarted } from '../../electron/core/operation.ts'
import { type Role, roleNames, roles } from '../../electron/core/users/model.ts'
import { temporaryFolder } from './folder.ts'

export { temporaryFolder }

/** The moment every test begins at: Monday 25/09/2023. */
export const startOfTests = '2023-09-25T08:00:00+07:00'
export const testPassword = 'mat-khau-thu-2023'
/** The account of each role is named after it: 'officer' signs in as `officer`. */
export const usernameOf = (role: Role): string => role

export type TestApp = {
  readonly folder: string
  readonly app: App
  readonly database: Database
  readonly jobs: HostRunner
  /** Errors nobody foresaw; a test that expects none may look. */
  readonly logged: unknown[]
  /** The contract as somebody of this role calls it; a refusal is thrown as AppError. */
  as(role: Role): Client<AppContract>
  /** The contract as it is called before sign-in. */
  readonly anyone: Client<AppContract>
  token(role: Role): string
  /** Waits for a job and answers its result: `await desk.run(desk.as('officer').imports.apply(…))`. */
  run<R>(started: Promise<JobStarted<R>>): Promise<R>
  /** Moves the clock. */
  at(now: string): void
  close(): Promise<void>
}

type Template = { readonly folder: string; readonly tokens: Readonly<Record<Role, string>> }

const opened = new Set<TestApp>()
let template: Promise<Template> | undefined

afterAll(async () => {
  for (const desk of opened) await desk.close()
  template = undefined
})

/** A ready department with one account per role, on a data folder of its own. */
export async function testApp(options: { now?: string } = {}): Promise<TestApp> {
  template ??= makeTemplate()
  const { folder: from, tokens } = await template
  const folder = temporaryFolder()
  cpSync(from, folder, { recursive: true })
  return open(folder, tokens, options.now ?? startOfTests)
}

/** A new data folder in which nobody has an account yet. */
export function emptyApp(options: { now?: string } = {}): TestApp {
  const folder = temporaryFolder()
  migrate(databasePath(folder), migrations, startOfTests)
  return open(folder, {}, options.now ?? startOfTests)
}

/** A typed caller over anything that carries requests; it throws what was refused. */
export function clientOf(
  call: App['call'],
  token: () => string | null,
  lastLogged: () => unknown = () => undefined,
): Client<AppContract> {
  const feature = (name: string) =>
    new Proxy({}, { get: (_, verb) => (input: unknown) => ask(`${name}.${String(verb)}`, input) })
  const ask = async (name: string, input: unknown): Promise<unknown> => {
    const request: Request = { token: token(), name, input }
    const reply = await call(request)
    if (reply.ok) return reply.value
    const refusal = new AppError(reply.error.code, reply.error.message, reply.error.details)
    if (refusal.code === 'unexpected') refusal.cause = lastLogged()
    throw refusal
  }
  return new Proxy({}, { get: (_, name) => feature(String(name)) }) as Client<AppContract> // by name, as the contract spells it
}

async function makeTemplate(): Promise<Template> {
  const folder = temporaryFolder()
  migrate(databasePath(folder), migrations, startOfTests)
  const desk = open(folder, {}, startOfTests)
  const department = {
    provinceCatalogue: '2023' as const,
    provinceCode: '91',
    name: 'Sở Giao thông vận tải tỉnh Kiên Giang',
    parentName: 'UBND tỉnh Kiên Giang',
    place: 'Kiên Giang',
    symbol: 'BC-SGTVT',
    signerTitle: 'GIÁM ĐỐC',
    signerName: '',
    receivers: ['Như trên', 'Lưu: VT, QLVT'],
  }
  const account = (role: Role) => ({
    username: usernameOf(role),
    displayName: `${roleNames[role]} thử nghiệm`,
    password: testPassword,
  })
  const first = await desk.anyone.setup.initialise({
    department,
    year: 2023,
    administrator: account('admin'),
  })
  const admin = clientOf(desk.app.call, () => first.token)
  const tokens: Partial<Record<Role, string>> = { admin: first.token }
  for (const role of roles.filter(each => each !== 'admin')) {
    await admin.users.create({ ...account(role), role })
    const { token } = await desk.anyone.users.signIn({ username: usernameOf(role), password: testPassword })
    tokens[role] = token
  }
  await desk.close()
  return { folder, tokens: tokens as Record<Role, string> } // the loop filled every role
}

function open(folder: string, tokens: Partial<Record<Role, string>>, begin: string): TestApp {
  let now = begin
  const logged: unknown[] = []
  const log = (error: unknown) => void logged.push(error)
  const database = openDatabase(databasePath(folder), { busyTimeout: 25 })
  const jobs = createInPlaceRunner({ folder, log })
  const app = createApp({ database, host: 'app', jobs, now: () => now, log })
  const clientFor = (token: () => string | null) => clientOf(app.call, token, () => logged.at(-1))
  const anyone = clientFor(() => null)
  const token = (role: Role) => tokens[role] ?? `no session for ${role}`

  const desk: TestApp = {
    folder,
    app,
    database,
    jobs,
    logged,
    anyone,
    token,
    as: role => clientFor(() => token(role)),
    run: async <R>(started: Promise<JobStarted<R>>): Promise<R> => {
      const { jobId } = await started
      await jobs.finished(jobId)
      const status = await anyone.jobs.status({ id: jobId })
      if (status.state === 'done') return status.result as R // the type `returns<…>()` promises for this job
      const { code, message, details } = status.error ?? {
        code: 'unexpected' as const,
        message: status.state,
      }
      const refusal = new AppError(code, message, details)
      if (code === 'unexpected') refusal.cause = logged.at(-1)
      throw refusal
    },
    at: moment => {
      now = moment
    },
    close: async () => {
      opened.delete(desk)
      await jobs.close()
      database.close()
    },
  }
  opened.add(desk)
  return desk
}
