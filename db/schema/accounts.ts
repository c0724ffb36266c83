import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Role } from '../../electron/core/users/model.ts'

export const users = sqliteTable('users', {
  id: integer().primaryKey(),
  username: text().notNull(),
  displayName: text('display_name').notNull(),
  role: text().$type<Role>().notNull(),
  active: integer({ mode: 'boolean' }).notNull(),
  passwordHash: text('password_hash').notNull(),
  failedAttempts: integer('failed_attempts').notNull().default(0),
  lockedUntil: text('locked_until'),
  version: integer().notNull().default(1),
  createdAt: text('created_at').notNull(),
})

/** A sign-in. Only the hash of its token is kept, so a copied database opens no session. */
export const sessions = sqliteTable('sessions', {
  tokenHash: text('token_hash').primaryKey(),
  userId: integer('user_id').notNull(),
  host: text().notNull(),
  createdAt: text('created_at').notNull(),
  seenAt: text('seen_at').notNull(),
})

/** Append-only (triggers refuse update and delete); each row carries the hash of the one before. */
export const audit = sqliteTable('audit', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: text().notNull(),
  actorId: integer('actor_id'),
  actorName: text('actor_name').notNull(),
  host: text().notNull(),
  operation: text().notNull(),
  subject: text().notNull(),
  subjectId: text('subject_id'),
  changes: text().notNull(),
  previousHash: text('previous_hash').notNull(),
  hash: text().notNull(),
})
