import { z } from 'zod'
import { command, query } from '../operation.ts'
import { administrators, everyone, type Role, type User, userFields } from './model.ts'

export type Me = {
  readonly id: number
  readonly username: string
  readonly displayName: string
  readonly role: Role
  readonly idleMinutes: number
}
export type SignedIn = { readonly token: string; readonly me: Me }

export const usersContract = {
  /** Answers a token; after failures the wait grows, and the message says how long. */
  signIn: command(z.object({ username: z.string().max(64), password: z.string().max(200) }), {
    allow: 'anyone',
  }).returns<SignedIn>(),
  signOut: command(z.object({}), { allow: everyone }).returns<{ readonly signedOut: true }>(),
  me: query(z.object({}), { allow: everyone }).returns<Me>(),
  list: query(z.object({}), { allow: administrators }).returns<readonly User[]>(),
  /** Names of active accounts, to choose an officer from. */
  officers: query(z.object({}), { allow: everyone }).returns<
    readonly { readonly id: number; readonly displayName: string }[]
  >(),
  create: command(z.object(userFields), { allow: administrators }).returns<User>(),
  update: command(
    z.object({
      id: z.number().int(),
      version: z.number().int(),
      displayName: userFields.displayName,
      role: userFields.role,
      active: z.boolean(),
    }),
    { allow: administrators },
  ).returns<User>(),
  /** An administrator sets another person's password; all their sessions end. */
  setPassword: command(z.object({ id: z.number().int(), password: userFields.password }), {
    allow: administrators,
  }).returns<User>(),
  changeOwnPassword: command(z.object({ current: z.string().max(200), password: userFields.password }), {
    allow: everyone,
  }).returns<{ readonly changed: true }>(),
}
