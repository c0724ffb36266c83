import { returnWayNames } from '../applications/model.ts'
import { showDay } from '../calendar/day.ts'
import { bareNumber } from '../reports/number-text.ts'
import type { SlipDetails } from './contract.ts'
import type { SlipDocument } from './document.ts'
import { type FileFacts, handsIn, nameOnSlip } from './file-facts.ts'
import { body, line, longRoom, momentInWords, oneStopDesk, type SlipFrame, signHint, slip } from './layout.ts'
import { fileValues, sentenceText } from './sentence.ts'

/** Mẫu 01. The appointed day has no hour: days decide, so an hour would promise what no rule says. */
export function receipt(frame: SlipFrame, file: FileFacts, { items }: SlipDetails): SlipDocument {
  const papers = items.length === 0 ? file.usualPapers : items.map(paperLine)
  const { year, entry } =
    frame.number === null
      ? { year: longRoom, entry: longRoom }
      : { year: frame.day.slice(0, 4), entry: bareNumber(String(frame.number)) }
  const values = { ...fileValues(frame, file), 'quyển số': year, 'số thứ tự': entry }
  const note = (name: string) => sentenceText(frame, name, values)
  const say = (name: string) => body(note(name))
  return slip(frame, {
    paper: 'A5',
    about: file.dossierCode,
    blocks: [
      line('Mã hồ sơ', file.dossierCode),
      line(oneStopDesk, frame.office.departmentInText),
      line('Tiếp nhận hồ sơ của', nameOnSlip(file)),
      line('Địa chỉ', file.address),
      line('Số điện thoại', file.phone),
      line('Email', null),
      line('Nội dung yêu cầu giải quyết', file.request),
      say('papers'),
      ...papers.map((paper, at) => body(`${at + 1}. ${paper}`)),
      line('Số lượng hồ sơ', '01 (bộ)'),
      line('Thời gian giải quyết hồ sơ theo quy định', `${bareNumber(String(file.days))} ngày làm việc`),
      line('Thời gian nhận hồ sơ', file.received === null ? null : momentInWords(file.received)),
      line('Thời gian trả kết quả giải quyết hồ sơ', dueText(file)),
      line('Đăng ký nhận kết quả tại', returnPlace(file)),
      say('book'),
    ],
    signatures: [
      { title: 'NGƯỜI NỘP HỒ SƠ', hint: signHint, name: handsIn(file) },
      { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', hint: signHint, name: frame.officer },
    ],
    qr: file.dossierCode,
    notes: [note('copies'), ...(file.dueConfirmed ? [] : [note('tentative')])],
  })
}

const dueText = ({ dueDay }: FileFacts): string | null =>
  dueDay === null ? null : `trong giờ làm việc, ngày ${showDay(dueDay)}`

function returnPlace({ returnWay, address }: FileFacts): string | null {
  if (returnWay === null) return null
  if (returnWay === 'counter') return oneStopDesk
  if (returnWay === 'electronic') return returnWayNames.electronic
  return address === null ? 'Qua dịch vụ bưu chính' : `Qua dịch vụ bưu chính, tại địa chỉ: ${address}`
}

/** "Giấy khám sức khỏe (01 bản chính, 02 bản photo)". */
function paperLine({ name, original, certified, copy }: SlipDetails['items'][number]): string {
  const counts = [
    [original, 'bản chính'],
    [certified, 'bản chứng thực'],
    [copy, 'bản photo'],
  ] as const
  const said = counts.filter(([n]) => n > 0).map(([n, what]) => `${bareNumber(String(n))} ${what}`)
  return said.length === 0 ? name : `${name} (${said.join(', ')})`
}
