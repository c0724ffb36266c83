import type { Day } from '../calendar/day.ts'
import { bareNumber, dayInWords } from '../reports/number-text.ts'
import type { SlipDocument } from './document.ts'
import { body, line, longRoom, oneStopDesk, type SlipFrame, signHint, slip } from './layout.ts'
import { officeValues, sentenceText } from './sentence.ts'

/** What the hand-over list says: the results of one batch given to the post. */
export type PostFacts = {
  readonly day: Day
  /** The post office; empty where it was not named. */
  readonly postOffice: string
  readonly files: readonly {
    readonly dossierCode: string
    readonly fullName: string
    readonly address: string | null
    readonly postalCode: string | null
  }[]
}

/** Biên bản bàn giao bưu chính: no form of the circular, signed by both sides. */
export function postList(frame: SlipFrame, { day, postOffice, files }: PostFacts): SlipDocument {
  const { departmentInText } = frame.office
  const count = bareNumber(String(files.length))
  const values = {
    ...officeValues(frame),
    ngày: dayInWords(day),
    'số kết quả': count,
    'nơi nhận': postOffice === '' ? longRoom : postOffice,
  }
  const say = (name: string) => body(sentenceText(frame, name, values))
  return slip(frame, {
    paper: 'A4',
    about: day,
    blocks: [
      say('opening'),
      line('Bên giao', `${oneStopDesk} ${departmentInText}`),
      line('Bên nhận', postOffice),
      say('agreement'),
      {
        kind: 'table',
        headings: ['TT', 'Mã hồ sơ', 'Họ và tên', 'Địa chỉ nhận', 'Mã bưu gửi', 'Ghi chú'],
        widths: [6, 20, 20, 26, 16, 12],
        align: ['center', 'left', 'left', 'left', 'left', 'left'],
        rows: files.map(({ dossierCode, fullName, address, postalCode }, at) => [
          String(at + 1),
          dossierCode,
          fullName,
          address ?? '',
          postalCode ?? '',
          '',
        ]),
      },
      say('total'),
    ],
    signatures: [
      { title: 'BÊN GIAO', hint: signHint, name: frame.officer },
      { title: 'BÊN NHẬN', hint: signHint, name: '' },
    ],
    qr: null,
  })
}
