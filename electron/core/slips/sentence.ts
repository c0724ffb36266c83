import type { Day } from '../calendar/day.ts'
import { dayInWords } from '../reports/number-text.ts'
import type { SlipBlock } from './document.ts'
import { addressed, type FileFacts } from './file-facts.ts'
import { body, longRoom, oneStopDesk, type SlipFrame } from './layout.ts'
import { fill } from './model.ts'

type Values = Readonly<Record<string, string>>

/** "ngày 05 tháng 9 năm 2023", or room to write it. */
export const dayOrRoom = (day: Day | null): string => (day === null ? `ngày ${longRoom}` : dayInWords(day))

/** The wording of one sentence as the office has it, filled in. */
export function sentenceText({ kind, texts }: SlipFrame, name: string, values: Values): string {
  const text = texts[name]
  if (text === undefined) throw new Error(`a slip ${kind} has no sentence ${name}`)
  return fill(text, values)
}

/** What every slip of this office can name. */
export const officeValues = ({ office, officer }: SlipFrame): Values => ({
  'cơ quan': office.departmentInText,
  'bộ phận': oneStopDesk,
  'cán bộ': officer,
})

/** What every slip about a file can name. */
export function fileValues(frame: SlipFrame, file: FileFacts): Values {
  return {
    ...officeValues(frame),
    'họ tên': file.fullName,
    'ông/bà': addressed(file),
    'mã hồ sơ': file.dossierCode,
    'nội dung': file.request,
    'ngày tiếp nhận': dayOrRoom(file.received?.day ?? null),
    'ngày hẹn trả': dayOrRoom(file.dueDay),
  }
}

/** The sentences of a slip about a file as blocks; `more` holds what only this slip knows. */
export function fileSentence(frame: SlipFrame, file: FileFacts, more: Values = {}) {
  const values = { ...fileValues(frame, file), ...more }
  return (name: string): SlipBlock => body(sentenceText(frame, name, values))
}
