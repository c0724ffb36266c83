import { bareNumber } from '../reports/number-text.ts'
import type { SlipDetails } from './contract.ts'
import type { SlipDocument } from './document.ts'
import { addressed, type FileFacts, nameOnSlip, reasonOf } from './file-facts.ts'
import { body, line, longRoom, oneStopDesk, type SlipFrame, signHint, slip } from './layout.ts'

/** Mẫu 02. The reason is the one told with the step, unless the officer words another. */
export function supplement(frame: SlipFrame, file: FileFacts, details: SlipDetails): SlipDocument {
  const reason = details.reason || reasonOf(file, 5)
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
      body(
        `${oneStopDesk} ${frame.office.departmentInText} đề nghị ${addressed(file)} bổ sung, hoàn thiện hồ sơ gồm những nội dung sau:`,
      ),
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
      body(
        `Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, ${addressed(file)} liên hệ với công chức ${frame.officer}, số điện thoại ${longRoom} để được hướng dẫn./.`,
      ),
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
