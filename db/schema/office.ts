import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Settings with effective dates: the value in force on a day is the one with the latest `fromDay` not after it. */
export const settings = sqliteTable(
  'settings',
  {
    key: text().notNull(),
    /** '' = of the whole office. */
    report: text().notNull().default(''),
    fromDay: text('from_day').notNull(),
    value: text().notNull(),
    version: integer().notNull().default(1),
  },
  table => [primaryKey({ columns: [table.key, table.report, table.fromDay] })],
)

export const teams = sqliteTable('teams', {
  id: integer().primaryKey(),
  name: text().notNull(),
  active: integer({ mode: 'boolean' }).notNull().default(true),
  position: integer().notNull().default(0),
  version: integer().notNull().default(1),
})

/** `teamId` 0 = the whole department, `month` 0 = the whole year. */
export const targets = sqliteTable('targets', {
  year: integer().notNull(),
  teamId: integer('team_id').notNull().default(0),
  month: integer().notNull().default(0),
  basisPoints: integer('basis_points').notNull(),
  document: text().notNull().default(''),
  documentDay: text('document_day'),
  version: integer().notNull().default(1),
})

/** In-person work that is not logged file by file: one total a day. */
export const directCounts = sqliteTable('direct_counts', {
  day: text().primaryKey(),
  count: integer().notNull(),
  source: text().notNull(),
  version: integer().notNull().default(1),
})

export const jobs = sqliteTable('jobs', {
  id: text().primaryKey(),
  operation: text().notNull(),
  actorId: integer('actor_id'),
  actorName: text('actor_name').notNull(),
  host: text().notNull(),
  processId: integer('process_id').notNull(),
  state: text().$type<'queued' | 'running' | 'done' | 'cancelled' | 'failed'>().notNull(),
  createdAt: text('created_at').notNull(),
  endedAt: text('ended_at'),
  result: text(),
  error: text(),
  fileName: text('file_name'),
})

export const imports = sqliteTable('imports', {
  id: integer().primaryKey(),
  at: text().notNull(),
  actorId: integer('actor_id').notNull(),
  fileName: text('file_name').notNull(),
  fileHash: text('file_hash').notNull(),
  sheet: text(),
  mapping: text().notNull(),
  counts: text().notNull(),
})

/** Forms sent by the Ministry, as they came, with their places as JSON. */
export const ministryForms = sqliteTable('ministry_forms', {
  id: integer().primaryKey(),
  name: text().notNull(),
  fileName: text('file_name').notNull(),
  sha256: text().notNull(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  places: text().notNull().default('[]'),
  version: integer().notNull().default(1),
  at: text().notNull(),
  byId: integer('by_id').notNull(),
  retiredAt: text('retired_at'),
})
