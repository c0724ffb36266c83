import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Lists people choose from, with effective dates: a code in use is retired (`toDay`), never deleted. */
export const catalogueItems = sqliteTable('catalogue_items', {
  list: text().$type<CatalogueList>().notNull(),
  code: text().notNull(),
  name: text().notNull(),
  nameKey: text('name_key').notNull(),
  position: integer().notNull(),
  fromDay: text('from_day').notNull(),
  toDay: text('to_day'),
  version: integer().notNull().default(1),
})
export type CatalogueList = 'status' | 'channel' | 'return-way' | 'payment-status' | 'payment-form' | 'reason'

export const holidays = sqliteTable('holidays', {
  day: text().primaryKey(),
  name: text().notNull(),
  kind: text().$type<'holiday' | 'compensatory' | 'swap_off' | 'swap_work'>().notNull(),
  source: text().notNull(),
  version: integer().notNull().default(1),
})

export const holidayYears = sqliteTable('holiday_years', {
  year: integer().primaryKey(),
  confirmed: integer({ mode: 'boolean' }).notNull(),
  version: integer().notNull().default(1),
})

export const provinces = sqliteTable('provinces', {
  catalogue: text().$type<'2023' | '2025'>().notNull(),
  code: text().notNull(),
  name: text().notNull(),
  kind: text().notNull(),
  cccdCode: text('cccd_code'),
  spellingVariant: text('spelling_variant'),
  successorCode: text('successor_code'),
})

export const districts = sqliteTable('districts', {
  catalogue: text().notNull(),
  code: text().notNull(),
  name: text().notNull(),
  nameKey: text('name_key').notNull(),
  provinceCode: text('province_code').notNull(),
})

export const licenceClasses = sqliteTable('licence_classes', {
  regime: text().$type<'2008' | '2024'>().notNull(),
  class: text().notNull(),
  vehicles: text().notNull(),
  validity: text().notNull(),
  minimumAge: integer('minimum_age'),
  healthCertificate: integer('health_certificate', { mode: 'boolean' }).notNull(),
  successor: text().notNull(),
})

export const difficultyKinds = sqliteTable('difficulty_kinds', {
  code: text().primaryKey(),
  category: text().notNull(),
  name: text().notNull(),
  signs: text().notNull(),
  cause: text().notNull(),
  remedy: text().notNull(),
  owner: text().notNull(),
  escalateTo: text('escalate_to').notNull(),
  step: text().notNull(),
  fromDay: text('from_day').notNull(),
  toDay: text('to_day'),
  version: integer().notNull().default(1),
})
