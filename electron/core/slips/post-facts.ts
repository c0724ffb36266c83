import type { ReadDb } from '../../../db/database.ts'
import type { BatchAction } from '../batches/contract.ts'
import { AppError } from '../errors.ts'
import type { PostFacts } from './post-list.ts'
import { withDistrict } from './read-facts.ts'

/** The results one batch gave to the post; refuses what is no such batch, or was taken back. */
export function postFacts(db: ReadDb, batchId: number): PostFacts {
  const batch = db.row<{ action: string; undoneAt: string | null }>(
    `SELECT json_extract(input, '$.action') AS action, undone_at AS undoneAt FROM batches WHERE id = :batchId`,
    { batchId },
  )
  if (batch === undefined)
    throw new AppError('not-found', 'Không tìm thấy lần xử lý hàng loạt này. Tải lại danh sách.')
  const action: BatchAction = JSON.parse(batch.action)
  if (action.kind !== 'hand-to-post')
    throw new AppError('invalid', 'Chỉ in biên bản bàn giao cho lần giao kết quả cho bưu chính. Chọn lại.')
  if (batch.undoneAt !== null)
    throw new AppError(
      'conflict',
      'Lần bàn giao này đã được hoàn tác nên không in biên bản. Tải lại danh sách.',
    )
  const files = db.rows<PostFacts['files'][number] & { district: string | null }>(
    `SELECT a.dossier_code AS dossierCode, a.full_name AS fullName, a.address,
            coalesce(d.name, a.district_text) AS district, a.postal_code AS postalCode
     FROM batch_items i JOIN applications a ON a.id = i.application_id
     LEFT JOIN districts d ON d.catalogue = '2023' AND d.code = a.district_code
     WHERE i.batch_id = :batchId ORDER BY a.name_sort, a.id`,
    { batchId },
  )
  if (files.length === 0)
    throw new AppError(
      'invalid',
      'Lần bàn giao này không có hồ sơ nào. Chọn hồ sơ rồi giao lại cho bưu chính.',
    )
  return {
    day: action.day,
    postOffice: action.office,
    files: files.map(({ district, ...file }) => ({ ...file, address: withDistrict(file.address, district) })),
  }
}
