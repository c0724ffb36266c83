import type { MeasureRef } from '../reports/report.ts'

/** The six headings of a monthly report (domain/difficulties.md §3). */
export const sectionTitles = {
  results: 'I. Kết quả thực hiện',
  difficulties: 'II. Khó khăn, vướng mắc',
  causes: 'III. Nguyên nhân',
  measures: 'IV. Giải pháp đã thực hiện',
  proposals: 'V. Đề xuất, kiến nghị',
  tasks: 'VI. Nhiệm vụ kỳ tới',
} as const
export type SectionName = keyof typeof sectionTitles
export const sectionNames = Object.keys(sectionTitles) as SectionName[] // the keys of a constant record

/** A number in a sentence, tied to what it counts: wherever the figure changes, the sentence does. */
export type Bound = {
  /** Unique in the report, e.g. `received.online`. */
  readonly key: string
  /** As printed: "1.234", "7,1 %". */
  readonly text: string
  /** What it counts, for somebody who asks: "hồ sơ trực tuyến tiếp nhận trong kỳ". */
  readonly label: string
  /** The files behind it can be listed. */
  readonly measure?: MeasureRef
}

export type Part = string | Bound

/** One paragraph of the narrative. */
export type Passage = {
  /** Unique in the report and the same in every period: edited text is kept under it. */
  readonly id: string
  readonly section: SectionName
  readonly parts: readonly Part[]
}

/** An edited paragraph as it is kept: its own words, and by key the numbers that go on following their figures. */
export type KeptPart = string | { readonly key: string; readonly text: string }

/** What a reader sees. */
export function textOf(parts: readonly (Part | KeptPart)[]): string {
  return parts.map(part => (typeof part === 'string' ? part : part.text)).join('')
}

/** The words without their figures: changes when the rules would say it differently ("tăng" became "giảm"). */
export function shapeOf(parts: readonly Part[]): string {
  return parts.map(part => (typeof part === 'string' ? part : `{${part.key}}`)).join('')
}
