import { applicationById } from '../applications/read.ts'
import type { Operations } from '../context.ts'
import type { Json } from '../errors.ts'
import type { AuditRow, auditContract } from './contract.ts'
import { verify } from './verify.ts'

type Row = Omit<AuditRow, 'changes'> & { changes: string }

export const auditOperations: Operations<typeof auditContract> = {
  list: ({ db }, { subject, subjectId, before, limit }) => {
    const about = [
      ...(subject === undefined ? [] : ['subject = :subject']),
      ...(subjectId === undefined ? [] : ['subject_id = :subjectId']),
      'id < :before',
    ]
    return db
      .rows<Row>(
        `SELECT id, at, actor_name AS actorName, host, operation, subject, subject_id AS subjectId, changes FROM audit
         WHERE ${about.join(' AND ')} ORDER BY id DESC LIMIT :limit`,
        {
          ...(subject === undefined ? {} : { subject }),
          ...(subjectId === undefined ? {} : { subjectId }),
          before: before ?? Number.MAX_SAFE_INTEGER,
          limit,
        },
      )
      .map(row => ({ ...row, changes: readChanges(row.changes) }))
  },

  ofFile: ({ db }, { applicationId }) => {
    const { id } = applicationById(db, applicationId)
    return db
      .rows<Omit<Row, 'host' | 'subjectId'>>(
        `SELECT id, at, actor_name AS actorName, operation, subject, changes FROM audit
         WHERE (subject = 'application' AND subject_id = :subjectId)
            OR (subject = 'attachment'
                AND subject_id IN (SELECT CAST(id AS TEXT) FROM attachments WHERE application_id = :id))
         ORDER BY id DESC`,
        { id, subjectId: String(id) },
      )
      .map(row => ({ ...row, changes: readChanges(row.changes) }))
  },

  verify,
}

function readChanges(text: string): { readonly [field: string]: Json } {
  const parsed: Record<string, Json> = JSON.parse(text)
  return parsed
}
