import type { ReadDb } from '../../../db/database.ts'
import type { JobContext, QueryContext } from '../context.ts'
import { damagedDocuments } from '../filings/documents.ts'
import { damagedFreezes } from '../filings/freeze.ts'
import { damagedForms } from '../ministry-forms/store.ts'
import { type ChainedRow, chainHash, chainStart } from './append.ts'
import type { Verification } from './contract.ts'
import { attachmentContents } from './verify-attachments.ts'
import { batch, type Check, registerAgainstHistory, type Step } from './verify-register.ts'

/**
 * Looks through the whole data folder: the file itself, foreign keys, the audit chain, the contents of attachments,
 * approved reports, the Ministry's forms, and whether every file's status, days and stretches are what its history says. Changes nothing.
 */
export function verify(context: JobContext): Verification {
  const step =
    (label: string): Step =>
    (done, total) => {
      context.progress(done, total, label)
      context.checkCancelled()
    }
  return context.read(query => {
    const checks = [
      fileIntegrity(query),
      foreignKeys(query),
      auditChain(query, step('Kiểm tra nhật ký')),
      attachmentContents(query, step('Kiểm tra tệp đính kèm')),
      approvedReports(query),
      ministryForms(query),
      registerAgainstHistory(query, step('Đối chiếu sổ với lịch sử')),
    ]
    return { ok: checks.every(({ ok }) => ok), checks }
  })
}

function fileIntegrity({ db }: QueryContext): Check {
  const found = db
    .rows<{ integrity_check: string }>('PRAGMA integrity_check(20)')
    .map(row => row.integrity_check)
  const ok = found.length === 1 && found[0] === 'ok'
  return {
    name: 'Tệp dữ liệu',
    ok,
    detail: ok ? 'Nguyên vẹn' : `Tệp có ${found.length} lỗi. Khôi phục từ bản sao lưu gần nhất.`,
  }
}

function foreignKeys({ db }: QueryContext): Check {
  const orphans = db.rows('PRAGMA foreign_key_check').length
  return {
    name: 'Liên kết giữa các bảng',
    ok: orphans === 0,
    detail: orphans === 0 ? 'Đầy đủ' : `${orphans} dòng thiếu dòng gốc. Khôi phục từ bản sao lưu gần nhất.`,
  }
}

/** What was approved is again hashed: document, workbook and figures. */
function approvedReports({ db }: QueryContext): Check {
  const damaged = new Set([...damagedDocuments(db), ...damagedFreezes(db)])
  const kept = db.row<{ n: number }>('SELECT count(*) AS n FROM filing_documents')?.n ?? 0
  const ok = damaged.size === 0
  return {
    name: 'Báo cáo đã duyệt',
    ok,
    detail: ok
      ? `${kept} văn bản nguyên vẹn`
      : `${damaged.size} báo cáo đã bị sửa trong tệp dữ liệu (số thứ tự ${[...damaged].join(', ')}). Đối chiếu với bản sao lưu gần nhất.`,
  }
}

/** A form that is no longer the one that was sent would be filled and sent back all the same. */
function ministryForms({ db }: QueryContext): Check {
  const { kept, damaged } = damagedForms(db)
  const ok = damaged.length === 0
  return {
    name: 'Biểu mẫu của Bộ',
    ok,
    detail: ok
      ? `${kept} biểu mẫu nguyên vẹn`
      : `${damaged.length} biểu mẫu không còn là tệp đã nhận (${damaged.join(', ')}). Bỏ biểu mẫu rồi đưa lại tệp gốc.`,
  }
}

type AuditLink = ChainedRow & { id: number; previousHash: string; hash: string }

function auditChain({ db }: QueryContext, step: Step): Check {
  const total = db.row<{ n: number }>('SELECT count(*) AS n FROM audit')?.n ?? 0
  let previous = chainStart
  let done = 0
  for (const row of db.iterate<AuditLink>(
    `SELECT id, at, actor_id AS actorId, actor_name AS actorName, host, operation, subject, subject_id AS subjectId,
            changes, previous_hash AS previousHash, hash FROM audit ORDER BY id`,
  )) {
    if (row.previousHash !== previous || row.hash !== chainHash(previous, row)) {
      return {
        name: 'Nhật ký',
        ok: false,
        detail: `Dòng nhật ký số ${row.id} đã bị sửa hoặc thiếu dòng trước nó. Đối chiếu với bản sao lưu gần nhất.`,
      }
    }
    previous = row.hash
    done += 1
    if (done % batch === 0) step(done, total)
  }
  const missing = missingAtTheEnd(db, total)
  if (missing === null) return { name: 'Nhật ký', ok: true, detail: `${total} dòng nối liền nhau` }
  return { name: 'Nhật ký', ok: false, detail: `${missing} Đối chiếu với bản sao lưu gần nhất.` }
}

/** A chain cut off at its end is still a chain: what else in the file says that there was more? */
function missingAtTheEnd(db: ReadDb, total: number): string | null {
  const given = db.row<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'audit'")?.seq ?? 0
  if (given > total) return `Nhật ký thiếu ${given - total} dòng cuối.`
  const lastEntry = db.row<{ at: string | null }>('SELECT max(at) AS at FROM audit')?.at ?? ''
  const lastWork = db.row<{ at: string | null }>(
    `SELECT max(at) AS at FROM (
       SELECT max(at) AS at FROM application_events UNION ALL SELECT max(updated_at) FROM applications
       UNION ALL SELECT max(created_at) FROM users)`,
  )?.at
  return (lastWork ?? '') > lastEntry
    ? 'Nhật ký thiếu những dòng cuối: sổ có việc làm sau dòng cuối cùng.'
    : null
}
