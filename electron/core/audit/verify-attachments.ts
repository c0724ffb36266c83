import { readContent } from '../attachments/store.ts'
import type { QueryContext } from '../context.ts'
import { attachmentsPath, folderBehind } from '../data-folder.ts'
import type { Check, Step } from './verify-register.ts'

type Content = { readonly sha256: string; readonly dossierCode: string }

/** Whether every content that was ever attached lies in the data folder as it came. */
export function attachmentContents({ db }: QueryContext, step: Step): Check {
  const store = attachmentsPath(folderBehind(db))
  const contents = db.rows<Content>(
    `SELECT attachments.sha256, min(applications.dossier_code) AS dossierCode FROM attachments
     JOIN applications ON applications.id = attachments.application_id
     GROUP BY attachments.sha256 ORDER BY min(attachments.id)`,
  )
  const wrong: Record<'missing' | 'damaged', string[]> = { missing: [], damaged: [] }
  for (const [at, { sha256, dossierCode }] of contents.entries()) {
    const { kept } = readContent(store, sha256)
    if (kept !== 'sound') wrong[kept].push(dossierCode)
    step(at + 1, contents.length)
  }
  const ok = wrong.missing.length + wrong.damaged.length === 0
  return { name: 'Tệp đính kèm', ok, detail: ok ? `${contents.length} tệp nguyên vẹn` : detailOf(wrong) }
}

function detailOf({ missing, damaged }: Record<'missing' | 'damaged', readonly string[]>): string {
  const said = [
    ...(missing.length === 0 ? [] : [`${missing.length} tệp không còn trên đĩa (hồ sơ ${named(missing)})`]),
    ...(damaged.length === 0 ? [] : [`${damaged.length} tệp đã bị thay đổi (hồ sơ ${named(damaged)})`]),
  ]
  return `${said.join('; ')}. Chép thư mục backups/attachments đè lên thư mục attachments.`
}

const named = (codes: readonly string[]) => `${codes.slice(0, 10).join(', ')}${codes.length > 10 ? '…' : ''}`
