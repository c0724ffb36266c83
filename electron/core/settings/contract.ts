import { z } from 'zod'
import { day } from '../applications/model.ts'
import { isDay } from '../calendar/day.ts'
import { command, query } from '../operation.ts'
import { administrators, everyone } from '../users/model.ts'
import { type SettingKey, type SettingValue, settingRules, sinceAlways } from './model.ts'

export type SettingInForce<K extends SettingKey = SettingKey> = {
  readonly key: K
  /** '0001-01-01' = since always. */
  readonly fromDay: string
  readonly version: number
  readonly value: SettingValue<K>
}

/** All settings as they are on one day. */
export type Settings = { readonly [K in SettingKey]: SettingInForce<K> }

const keys = Object.keys(settingRules)

export const settingsContract = {
  /** The settings in force on a day (default: today). */
  get: query(z.object({ on: day.optional() }), { allow: everyone }).returns<Settings>(),
  /** Sets one setting from a day on; earlier values stay. `version` 0 = there was no row for that day. */
  set: command(
    z.object({
      key: z
        .string()
        .refine(
          (key): key is SettingKey => keys.includes(key),
          'Không có thiết lập này. Tải lại trang rồi chọn lại.',
        ),
      /** Also '0001-01-01', as `get` answers it. */
      fromDay: z
        .string()
        .refine(
          text => text === sinceAlways || isDay(text),
          'Ngày không có trong lịch. Nhập theo dạng ngày/tháng/năm.',
        )
        .default(sinceAlways),
      version: z.number().int(),
      value: z.json(),
    }),
    { allow: administrators },
  ).returns<{ readonly version: number }>(),
}
