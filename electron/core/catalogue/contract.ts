import { z } from 'zod'
import { day } from '../applications/model.ts'
import type { HolidayKind } from '../calendar/working-days.ts'
import { command, query } from '../operation.ts'
import { administrators, everyone } from '../users/model.ts'
import { tidy } from '../vietnamese.ts'

export const lists = ['status', 'channel', 'return-way', 'payment-status', 'payment-form', 'reason'] as const
export type ListName = (typeof lists)[number]

export type CatalogueItem = {
  readonly list: ListName
  readonly code: string
  readonly name: string
  readonly fromDay: string
  /** The last day of use; null = in use. */
  readonly toDay: string | null
  readonly version: number
}
export type DistrictChoice = { readonly code: string; readonly name: string }
export type ClassChoice = {
  readonly regime: '2008' | '2024'
  readonly class: string
  readonly vehicles: string
  readonly validity: string
}
export const holidayKindNames: Readonly<Record<HolidayKind, string>> = {
  holiday: 'Nghỉ lễ, tết',
  compensatory: 'Nghỉ bù',
  swap_off: 'Nghỉ hoán đổi',
  swap_work: 'Làm bù',
}

export type Holiday = {
  readonly day: string
  readonly name: string
  readonly kind: HolidayKind
  readonly source: string
  readonly version: number
}
export type HolidayYear = {
  readonly year: number
  readonly confirmed: boolean
  readonly version: number
  readonly workingDays: number
  readonly days: readonly Holiday[]
}
export type DifficultyKind = {
  readonly code: string
  readonly category: string
  readonly name: string
  readonly signs: string
  readonly cause: string
  readonly remedy: string
  readonly owner: string
  readonly escalateTo: string
  readonly step: string
  readonly toDay: string | null
  readonly version: number
}

const line = (longest: number) =>
  z
    .string()
    .transform(tidy)
    .refine(written => written.length <= longest, `Nội dung dài quá ${longest} ký tự. Rút ngắn lại.`)
const label = line(200).refine(written => written !== '', 'Nhập tên.')
const text = line(1000)
/** Working days are counted year by year: a slip in the year must not make a year of its own. */
const holiday = day.refine(
  written => written >= '2000-01-01' && written <= '2100-12-31',
  'Năm phải từ 2000 đến 2100. Sửa lại ngày.',
)

export const catalogueContract = {
  /**
   * Everything people choose from, and the names of what was once chosen: items (retired ones have a `toDay`),
   * districts of the department's province, classes of both regimes.
   */
  choices: query(z.object({}), { allow: everyone }).returns<{
    readonly items: readonly CatalogueItem[]
    readonly districts: readonly DistrictChoice[]
    readonly classes: readonly ClassChoice[]
  }>(),
  /** Adds (version 0) or renames an item of a list that the office may edit: reasons. */
  saveItem: command(
    z.object({
      list: z.literal('reason'),
      code: z
        .string()
        .trim()
        .regex(/^[a-z0-9-]{1,40}$/, 'Mã gồm chữ thường không dấu, số và dấu gạch, ví dụ doi-dia-chi.'),
      name: label,
      version: z.number().int(),
    }),
    { allow: administrators },
  ).returns<CatalogueItem>(),
  /** Retires a code from a day on, or brings it back (null); a code in use is never deleted. */
  retireItem: command(
    z.object({
      list: z.literal('reason'),
      code: z.string().max(40),
      toDay: day.nullable(),
      version: z.number().int(),
    }),
    { allow: administrators },
  ).returns<CatalogueItem>(),
  holidays: query(z.object({}), { allow: everyone }).returns<readonly HolidayYear[]>(),
  saveHoliday: command(
    z.object({
      day: holiday,
      name: label,
      kind: z.enum(['holiday', 'compensatory', 'swap_off', 'swap_work']),
      source: text,
      version: z.number().int(),
    }),
    { allow: administrators },
  ).returns<Holiday>(),
  removeHoliday: command(z.object({ day, version: z.number().int() }), { allow: administrators }).returns<{
    readonly day: string
  }>(),
  confirmYear: command(
    z.object({ year: z.number().int(), confirmed: z.boolean(), version: z.number().int() }),
    { allow: administrators },
  ).returns<{ readonly year: number; readonly confirmed: boolean }>(),
  difficultyKinds: query(z.object({}), { allow: everyone }).returns<readonly DifficultyKind[]>(),
  saveDifficultyKind: command(
    z.object({
      code: z.string().regex(/^[A-Z]\d{1,2}$/, 'Mã gồm một chữ cái và số, ví dụ A7.'),
      category: label,
      name: label,
      signs: text,
      cause: text,
      remedy: text,
      owner: text,
      escalateTo: text,
      step: text,
      retired: z.boolean(),
      version: z.number().int(),
    }),
    { allow: administrators },
  ).returns<DifficultyKind>(),
}
