import type { Day } from '../calendar/day.ts'
import { dayInWords } from '../reports/number-text.ts'
import type { SlipDocument } from './document.ts'
import { addressed, capitalised, type FileFacts } from './file-facts.ts'
import { body, line, longRoom, type SlipFrame, slip } from './layout.ts'

/** `promised` is the day that is not kept: the file itself bears the new one once the slip is issued. */
export type Apology = {
  readonly promised: Day | null
  readonly newDay: Day | null
  readonly reason: string
}

/** Mẫu 04, signed by the head of the department. */
export function apology(
  frame: SlipFrame,
  file: FileFacts,
  { promised, newDay, reason }: Apology,
): SlipDocument {
  const department = frame.office.departmentInText
  const who = addressed(file)
  const received = file.received === null ? `Ngày ${longRoom}` : capitalised(dayInWords(file.received.day))
  const isLate = promised !== null && frame.day > promised
  return slip(frame, {
    paper: 'A4',
    byDepartment: true,
    about: file.dossierCode,
    blocks: [
      line('Kính gửi', `${capitalised(who)} ${file.fullName}`),
      line('Địa chỉ', file.address),
      line('Số điện thoại', file.phone),
      body(
        `${received}, ${department} tiếp nhận hồ sơ của ${who} ${file.fullName}, mã số hồ sơ: ${file.dossierCode}, nội dung yêu cầu giải quyết: ${file.request}.`,
      ),
      body(`Thời gian hẹn trả kết quả giải quyết hồ sơ: ${dayOrRoom(promised)}.`),
      body(
        isLate
          ? `Tuy nhiên, đến nay ${department} chưa trả kết quả giải quyết hồ sơ của ${who} đúng thời gian đã hẹn.`
          : `Tuy nhiên, ${department} không trả được kết quả giải quyết hồ sơ của ${who} đúng thời gian đã hẹn.`,
      ),
      line('Lý do', reason),
      body(
        `${department} xin lỗi ${who} vì sự chậm trễ này và hẹn lại thời gian trả kết quả giải quyết hồ sơ vào ${dayOrRoom(newDay)}.`,
      ),
      body(`Rất mong nhận được sự thông cảm của ${who}./.`),
    ],
    signatures: [
      {
        title: frame.office.signer.title.map(part => part.toLocaleUpperCase('vi')).join('\n'),
        hint: '(Ký, ghi rõ họ tên và đóng dấu)',
        name: frame.office.signer.name,
      },
    ],
    qr: file.dossierCode,
  })
}

const dayOrRoom = (day: Day | null): string => (day === null ? `ngày ${longRoom}` : dayInWords(day))
