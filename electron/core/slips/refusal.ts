import type { SlipDetails } from './contract.ts'
import type { SlipDocument } from './document.ts'
import { type FileFacts, handsIn, nameOnSlip, reasonOf } from './file-facts.ts'
import { line, type SlipFrame, signHint, slip } from './layout.ts'
import { fileSentence } from './sentence.ts'

/** Mẫu 03. The reason is the one told with the step, unless the officer words another. */
export function refusal(frame: SlipFrame, file: FileFacts, details: SlipDetails): SlipDocument {
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
      say('decision'),
      line('Lý do', details.reason || reasonOf(file, 3)),
      say('closing'),
    ],
    signatures: [
      { title: 'NGƯỜI NỘP HỒ SƠ', hint: signHint, name: handsIn(file) },
      { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', hint: signHint, name: frame.officer },
    ],
    qr: file.dossierCode,
  })
}
