import type { Application, applicationsContract } from '../../electron/core/applications/contract.ts'
import type { Facts } from '../../electron/core/applications/model.ts'
import { type MoveName, moveOf, type Status } from '../../electron/core/applications/statuses.ts'
import type { Day } from '../../electron/core/calendar/day.ts'
import type { CallInputOf } from '../../electron/core/operation.ts'
import type { Role } from '../../electron/core/users/model.ts'
import { clientOf, type TestApp, testApp, testPassword, usernameOf } from './app.ts'
import { someFacts } from './facts.ts'

export type NewApplication = CallInputOf<typeof applicationsContract.create>

type About = Partial<Facts> & {
  /** The day of handing in; Monday 18/09/2023 where the test does not care. */
  readonly registered?: Day
  readonly time?: string
  readonly receivedToo?: boolean
}

let running = 0

/** Who works through the door; a `TestApp`, or one on another day. */
export type Desk = Pick<TestApp, 'as'>

/** A department of its own on a day when the sessions of `testApp` have long ended: officer and team lead sign in. */
export async function deskOn(day: Day): Promise<Desk> {
  const desk = await testApp({ now: `${day}T08:00:00+07:00` })
  const tokens = new Map<Role, string>()
  for (const role of ['officer', 'team-lead'] as const) {
    const { token } = await desk.anyone.users.signIn({ username: usernameOf(role), password: testPassword })
    tokens.set(role, token)
  }
  return { as: role => clientOf(desk.app.call, () => tokens.get(role) ?? null) }
}

/** What `applications.create` takes: an online file with a dossier code of its own that fits its day. */
export function anApplication(about: About = {}): NewApplication {
  const { registered = '2023-09-18', time = null, receivedToo = false, ...facts } = about
  running += 1
  const dossierCode = `G22.99-${registered.slice(2).replaceAll('-', '')}-${String(running).padStart(6, '0')}`
  return {
    facts: someFacts({ dossierCode, channel: 'online', ...facts }),
    registered: { day: registered, time },
    receivedToo,
  }
}

const ways: Readonly<Record<Status, readonly MoveName[]>> = {
  1: [],
  2: ['receive'],
  3: ['refuse'],
  4: ['receive', 'process'],
  5: ['receive', 'requestSupplement'],
  6: ['receive', 'requestPayment'],
  7: ['receive', 'withdraw'],
  8: ['receive', 'stop'],
  9: ['receive', 'process', 'finish'],
  10: ['receive', 'process', 'finish', 'return'],
}
const waysBeforeReceipt: Partial<Record<Status, readonly MoveName[]>> = {
  5: ['requestSupplement'],
  6: ['requestPayment'],
  7: ['withdraw'],
  8: ['requestSupplement', 'stop'],
}

type Wanted = About & {
  readonly status?: Status
  /** Reaches 5, 6, 7 or 8 without ever having been received. */
  readonly beforeReceipt?: boolean
}

/** A file logged through the door and moved, all on its first day, to the wanted status. */
export async function logged(desk: Desk, wanted: Wanted = {}): Promise<Application> {
  const { status = 1, beforeReceipt = false, ...about } = wanted
  const input = anApplication(about)
  const { id } = await desk.as('officer').applications.create(input)
  let file = await desk.as('officer').applications.get({ id })
  const way = beforeReceipt ? waysBeforeReceipt[status] : ways[status]
  if (way === undefined) throw new Error(`status ${status} is not reached before receipt`)
  for (const move of way) file = await moved(desk, file, move, input.registered.day)
  return file
}

type How = { readonly reason?: string | null; readonly role?: Role }

/** The file after one more step. */
export async function moved(
  desk: Desk,
  { id, version }: Pick<Application, 'id' | 'version'>,
  move: MoveName,
  day: Day,
  { reason = moveOf[move].needsReason ? 'Theo đề nghị' : null, role = 'officer' }: How = {},
): Promise<Application> {
  await desk.as(role).applications.move({ id, version, move, day, reason })
  return desk.as(role).applications.get({ id })
}
