import type { Day } from '../calendar/day.ts'
import type { SlipDocument } from './document.ts'
import { addressed, capitalised, type FileFacts } from './file-facts.ts'
import { departmentSigner, line, type SlipFrame, slip } from './layout.ts'
import { dayOrRoom, fileSentence } from './sentence.ts'

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
  const isLate = promised !== null && frame.day > promised
  const say = fileSentence(frame, file, {
    'ngày hẹn trả': dayOrRoom(promised),
    'ngày hẹn lại': dayOrRoom(newDay),
  })
  return slip(frame, {
    paper: 'A4',
    byDepartment: true,
    about: file.dossierCode,
    blocks: [
      line('Kính gửi', `${capitalised(addressed(file))} ${file.fullName}`),
      line('Địa chỉ', file.address),
      line('Số điện thoại', file.phone),
      say('received'),
      say('promised'),
      say(isLate ? 'late' : 'soon'),
      line('Lý do', reason),
      say('regret'),
      say('thanks'),
    ],
    signatures: [departmentSigner(frame)],
    qr: file.dossierCode,
  })
}
