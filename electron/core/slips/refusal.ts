import type { SlipDetails } from './contract.ts'
import type { SlipDocument } from './document.ts'
import { addressed, type FileFacts, handsIn, nameOnSlip, reasonOf } from './file-facts.ts'
import { body, line, oneStopDesk, type SlipFrame, signHint, slip } from './layout.ts'

/** Mẫu 03. The reason is the one told with the step, unless the officer words another. */
export function refusal(frame: SlipFrame, file: FileFacts, details: SlipDetails): SlipDocument {
  const desk = `${oneStopDesk} ${frame.office.departmentInText}`
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
      body(`Qua xem xét, ${desk} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:`),
      line('Lý do', details.reason || reasonOf(file, 3)),
      body(`Xin thông báo để ${addressed(file)} được biết và thực hiện./.`),
    ],
    signatures: [
      { title: 'NGƯỜI NỘP HỒ SƠ', hint: signHint, name: handsIn(file) },
      { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', hint: signHint, name: frame.officer },
    ],
    qr: file.dossierCode,
  })
}
