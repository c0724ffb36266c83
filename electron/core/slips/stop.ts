import type { SlipDetails } from './contract.ts'
import type { SlipDocument } from './document.ts'
import { addressed, capitalised, type FileFacts, reasonOf } from './file-facts.ts'
import { departmentSigner, line, type SlipFrame, slip } from './layout.ts'
import { fileSentence } from './sentence.ts'

/** Mẫu 05 of the set of 2025: the department tells that it stopped the file. The official body has not been seen. */
export function stop(frame: SlipFrame, file: FileFacts, details: SlipDetails): SlipDocument {
  const say = fileSentence(frame, file)
  return slip(frame, {
    paper: 'A4',
    byDepartment: true,
    about: file.dossierCode,
    blocks: [
      line('Kính gửi', `${capitalised(addressed(file))} ${file.fullName}`),
      line('Địa chỉ', file.address),
      line('Số điện thoại', file.phone),
      line('Nội dung yêu cầu giải quyết', file.request),
      say('decision'),
      line('Lý do', details.reason || reasonOf(file, 8)),
      say('closing'),
    ],
    signatures: [departmentSigner(frame)],
    qr: file.dossierCode,
  })
}
