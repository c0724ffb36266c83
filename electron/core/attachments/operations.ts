import type { ReadDb } from '../../../db/database.ts'
import { applicationById } from '../applications/read.ts'
import { dayOf, showDay } from '../calendar/day.ts'
import { type Operations, prepared } from '../context.ts'
import { attachmentsPath, folderBehind } from '../data-folder.ts'
import { AppError } from '../errors.ts'
import type { FileContent } from '../operation.ts'
import { judge } from './content-type.ts'
import { type Attachment, type attachmentsContract, largestAttachment } from './contract.ts'
import { fileNameFor } from './file-name.ts'
import { hashOf, keepContent, readContent } from './store.ts'

type Row = Attachment & { readonly sha256: string; readonly applicationId: number }

const selected = `SELECT attachments.id, attachments.name, attachments.media_type AS mediaType, attachments.bytes,
    attachments.at, users.display_name AS by, attachments.sha256, attachments.application_id AS applicationId
  FROM attachments JOIN users ON users.id = attachments.by_id WHERE attachments.removed_at IS NULL`

const asAttachment = ({ sha256: _, applicationId: __, ...attachment }: Row): Attachment => attachment

function byId(db: ReadDb, id: number): Row {
  const row = db.row<Row>(`${selected} AND attachments.id = :id`, { id })
  if (row === undefined)
    throw new AppError('not-found', 'Không tìm thấy tệp đính kèm, có thể tệp vừa được bỏ. Tải lại hồ sơ.')
  return row
}

const onFile = (db: ReadDb, applicationId: number): readonly Row[] =>
  db.rows<Row>(`${selected} AND attachments.application_id = :applicationId ORDER BY attachments.id`, {
    applicationId,
  })

const megabytes = largestAttachment / 1024 / 1024

export const attachmentsOperations: Operations<typeof attachmentsContract> = {
  list: ({ db }, { applicationId }) => onFile(db, applicationId).map(asAttachment),

  // The content is on the disk before its row is written; without the row it is nobody's and does no harm.
  add: prepared({
    prepare: async ({ applicationId, file }: { applicationId: number; file: FileContent }, read) => {
      if (file.bytes.length > largestAttachment) {
        throw refused(`Tệp lớn hơn ${megabytes} MB. Quét lại ở 200–300 dpi hoặc chia thành nhiều tệp.`)
      }
      const judged = judge(file.bytes)
      if ('problem' in judged) throw refused(judged.problem)
      const sha256 = hashOf(file.bytes)
      const folder = read(({ db }) => {
        assertNew(db, applicationId, sha256)
        return folderBehind(db)
      })
      await keepContent(attachmentsPath(folder), sha256, file.bytes)
      return { sha256, mediaType: judged.mediaType, name: fileNameFor(file.name, judged.mediaType) }
    },

    run: ({ db, actor, now, audit }, { applicationId, file }, { sha256, mediaType, name }) => {
      const dossierCode = assertNew(db, applicationId, sha256)
      const { lastInsertRowid } = db.run(
        `INSERT INTO attachments (application_id, name, media_type, bytes, sha256, at, by_id)
         VALUES (:applicationId, :name, :mediaType, :bytes, :sha256, :now, :byId)`,
        { applicationId, name, mediaType, bytes: file.bytes.length, sha256, now, byId: actor.id },
      )
      audit({
        subject: 'attachment',
        subjectId: lastInsertRowid,
        changes: {
          'Hồ sơ': [null, dossierCode],
          'Tệp đính kèm': [null, name],
          'Dung lượng (byte)': [null, file.bytes.length],
          'Mã kiểm tra SHA-256': [null, sha256],
        },
      })
      return asAttachment(byId(db, lastInsertRowid))
    },
  }),

  remove: ({ db, actor, now, audit }, { id, reason }) => {
    const { name, applicationId } = byId(db, id)
    db.run(
      'UPDATE attachments SET removed_at = :now, removed_by = :byId, removed_reason = :reason WHERE id = :id',
      { id, now, byId: actor.id, reason },
    )
    audit({
      subject: 'attachment',
      subjectId: id,
      changes: {
        'Hồ sơ': [applicationById(db, applicationId).facts.dossierCode, null],
        'Tệp đính kèm': [name, null],
        'Lý do': [null, reason],
      },
    })
    return { id }
  },

  content: ({ db }, { id }) => {
    const { name, sha256 } = byId(db, id)
    const found = readContent(attachmentsPath(folderBehind(db)), sha256)
    if (found.kept === 'sound') return { name, bytes: found.bytes }
    const what = found.kept === 'missing' ? 'không còn trên đĩa' : 'đã bị thay đổi trên đĩa'
    throw new AppError(
      'not-found',
      `Nội dung tệp đính kèm ${what}. Đề nghị quản trị viên chép lại từ thư mục sao lưu, hoặc đính kèm lại bản gốc.`,
    )
  },
}

const refused = (message: string) => new AppError('invalid', message, { fields: { file: message } })

/** Refuses the same content twice on one file; answers the dossier code. */
function assertNew(db: ReadDb, applicationId: number, sha256: string): string {
  const { dossierCode } = applicationById(db, applicationId).facts
  const twin = onFile(db, applicationId).find(row => row.sha256 === sha256)
  if (twin === undefined) return dossierCode
  const message = `Tệp này đã được đính kèm vào hồ sơ ngày ${showDay(dayOf(twin.at))} với tên “${twin.name}”. Chọn tệp khác.`
  throw new AppError('conflict', message, { fields: { file: message } })
}
