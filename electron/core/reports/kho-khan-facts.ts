import type { Day } from '../calendar/day.ts'
import type { ReportFrame } from './report-frame.ts'

/** What the headings of difficulties.md §3 gather difficulties under. */
export const fields = ['rules', 'data', 'systems', 'means', 'people', 'other'] as const
export type DifficultyField = (typeof fields)[number]

export const fieldNames: Readonly<Record<DifficultyField, string>> = {
  rules: 'Về thể chế, cơ chế phối hợp',
  data: 'Về dữ liệu',
  systems: 'Về hạ tầng, phần mềm, dịch vụ',
  means: 'Về nguồn lực',
  people: 'Về người dân',
  other: 'Khó khăn khác',
}

/** One recorded difficulty. */
export type Difficulty = {
  readonly day: Day
  /** Of the catalogue, e.g. "A1"; its letter is its group. */
  readonly code: string
  /** "Giấy khám sức khỏe điện tử" */
  readonly category: string
  readonly kind: string
  readonly content: string
  readonly affected: number
  readonly cause: string
  readonly measures: string
  readonly proposal: string
  readonly receiver: string
  readonly status: DifficultyStatus
}

export const difficultyStates = {
  new: 'Mới ghi nhận',
  working: 'Đang xử lý',
  proposed: 'Đã kiến nghị',
  solved: 'Đã giải quyết',
  left: 'Tồn đọng',
} as const
export type DifficultyStatus = keyof typeof difficultyStates

export type KhoKhanFacts = {
  readonly frame: ReportFrame
  readonly difficulties: readonly Difficulty[]
}

/** A proposal of difficulties.md §3; a group the office has added itself is "other". */
export function fieldOf({ code }: Pick<Difficulty, 'code'>): DifficultyField {
  const letter = code.slice(0, 1).toUpperCase()
  if (letter === 'L') return 'rules'
  if ('ABD'.includes(letter)) return 'data'
  if ('CEFGH'.includes(letter)) return 'systems'
  if (letter === 'K') return 'means'
  return letter === 'I' ? 'people' : 'other'
}
