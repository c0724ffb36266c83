import { z } from 'zod'
import type { Day } from '../calendar/day.ts'
import { command, query } from '../operation.ts'
import { administrators, everyone } from '../users/model.ts'
import {
  effectiveDay,
  isSettingKey,
  type OfficeKey,
  type ReportKey,
  type SettingKey,
  type SettingValue,
  sinceAlways,
} from './model.ts'

export type SettingInForce<K extends SettingKey = SettingKey> = {
  readonly key: K
  /** The kind of report it is a setting of; '' for those of the office. */
  readonly report: string
  /** '0001-01-01' = since always. */
  readonly fromDay: string
  /** 0: nothing was written yet, this is the default. */
  readonly version: number
  readonly value: SettingValue<K>
}

/** With every day on which a value of it begins, first one first, also those to come. */
export type SettingShown<K extends SettingKey = SettingKey> = SettingInForce<K> & {
  readonly days: readonly Day[]
}

/** All settings of the office as they are on one day. */
export type Settings = { readonly [K in OfficeKey]: SettingShown<K> }

/** What one kind of report has of its own, as it is on one day. */
export type ReportSettings = { readonly [K in ReportKey]: SettingShown<K> }

export const settingsContract = {
  /** The settings in force on a day (default: today). */
  get: query(z.object({ on: effectiveDay.optional() }), { allow: everyone }).returns<Settings>(),
  /** What a kind of report has of its own on a day (default: today). */
  ofReport: query(z.object({ report: z.string().max(40), on: effectiveDay.optional() }), {
    allow: everyone,
  }).returns<ReportSettings>(),
  /**
   * Sets one setting from a day on; earlier and later values stay. `version` 0 = there was no value from that day.
   * `report` names the kind for `reportPeriod` and `reportTemplate`, and is '' for all others.
   */
  set: command(
    z.object({
      key: z
        .string()
        .refine(
          (key): key is SettingKey => isSettingKey(key),
          'Không có thiết lập này. Tải lại trang rồi chọn lại.',
        ),
      report: z.string().max(40).default(''),
      fromDay: effectiveDay.default(sinceAlways),
      version: z.number().int(),
      value: z.json(),
    }),
    { allow: administrators },
  ).returns<{ readonly version: number }>(),
}
