import { bareNumber } from '../reports/number-text.ts'
import type { SlipDetails } from './contract.ts'
import type { SlipDocument } from './document.ts'
import { type FileFacts, nameOnSlip, reasonOf } from './file-facts.ts'
import { line, type SlipFrame, signHint, slip } from './layout.ts'
import { fileSentence } from './sentence.ts'

/** Mẫu 02. The reason is the one told with the step, unless the officer words another. */
export function supplement(frame: SlipFrame, file: FileFacts, details: SlipDetails): SlipDocument {
  const reason = details.reason || reasonOf(file, 5)
  const say = fileSentence(frame, file)
  return slip(frame, {
    paper: 'A4',
    about: file.dossierCode,
    blocks: [
      line('Mã hồ sơ', file.dossierCode),
      line('Hồ sơ của', nameOnSlip(file)),
      line('Nội dung yêu cầu giải quyết', file.request),
      line('Địa chỉ', file.address),
      line('Số điện thoại', file.phone),
      line('Email', null),
      say('request'),
      {
        kind: 'table',
        groups: [
          { text: '', colSpan: 1 },
          { text: '', colSpan: 1 },
          { text: 'Số lượng', colSpan: 3 },
        ],
        headings: ['TT', 'Thành phần hồ sơ', 'Bản chính', 'Bản chứng thực', 'Bản photo'],
        widths: [8, 50, 14, 14, 14],
        align: ['center', 'left', 'center', 'center', 'center'],
        rows: rowsOf(details.items),
      },
      line('Lý do', reason),
      say('contact'),
    ],
    signatures: [{ title: 'NGƯỜI HƯỚNG DẪN', hint: signHint, name: frame.officer }],
    qr: file.dossierCode,
  })
}

/** A preview without items has rows to write in. */
function rowsOf(items: SlipDetails['items']): string[][] {
  if (items.length === 0) return [1, 2, 3].map(at => [String(at), '', '', '', ''])
  return items.map(({ name, original, certified, copy }, at) => [
    String(at + 1),
    name,
    ...[original, certified, copy].map(n => (n === 0 ? '' : bareNumber(String(n)))),
  ])
}
