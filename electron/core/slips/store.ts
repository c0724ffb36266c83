import type { ReadDb, WriteDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import { AppError } from '../errors.ts'
import type { FormSetName, Slip, SlipDetails, SlipKind, SlipSubject } from './contract.ts'
import type { SlipDocument } from './document.ts'

/** What is kept beside the document, so that a reprint can be drawn anew. */
export type KeptDetails = SlipDetails & {
  /** Apology: the appointed day that was not kept; the file bears another since. */
  readonly promisedDay?: Day | null
}

type Row = Slip & {
  readonly applicationId: number | null
  readonly batchId: number | null
  readonly details: string
  readonly document: string
}

export type StoredSlip = {
  readonly slip: Slip
  readonly subject: SlipSubject
  readonly details: KeptDetails
  readonly document: SlipDocument
}

const columns = `slips.id, slips.kind, slips.year, slips.number, slips.reprint, slips.form_set AS formSet, slips.at,
  users.display_name AS by, slips.reason`
const from = 'FROM slips JOIN users ON users.id = slips.by_id'

/** One print; refuses with not-found. */
export function slipById(db: ReadDb, id: number): StoredSlip {
  const row = db.row<Row>(
    `SELECT ${columns}, slips.application_id AS applicationId, slips.batch_id AS batchId, slips.details,
            slips.document ${from} WHERE slips.id = :id`,
    { id },
  )
  if (row === undefined) throw new AppError('not-found', 'Không tìm thấy phiếu này. Tải lại hồ sơ.')
  const { applicationId, batchId, details, document, ...slip } = row
  const kept: KeptDetails = JSON.parse(details)
  const drawn: SlipDocument = JSON.parse(document)
  return { slip, subject: subjectOf(applicationId, batchId), details: kept, document: drawn }
}

function subjectOf(applicationId: number | null, batchId: number | null): SlipSubject {
  if (applicationId !== null) return { applicationId }
  if (batchId !== null) return { batchId }
  throw new Error('a slip belongs to a file or to a batch')
}

/** Every print about a file or a batch, oldest first. */
export function slipsOf(db: ReadDb, subject: SlipSubject): readonly Slip[] {
  return 'applicationId' in subject
    ? db.rows<Slip>(
        `SELECT ${columns} ${from} WHERE slips.application_id = :applicationId ORDER BY slips.id`,
        {
          applicationId: subject.applicationId,
        },
      )
    : db.rows<Slip>(`SELECT ${columns} ${from} WHERE slips.batch_id = :batchId ORDER BY slips.id`, {
        batchId: subject.batchId,
      })
}

/** What a batch prints, in the order of its list. */
export function slipsOfBatch(db: ReadDb, batchId: number): readonly Pick<StoredSlip, 'slip' | 'document'>[] {
  return db
    .rows<Slip & { document: string }>(
      `SELECT ${columns}, slips.document ${from} JOIN batch_slips b ON b.slip_id = slips.id
       WHERE b.batch_id = :batchId ORDER BY b.place`,
      { batchId },
    )
    .map(({ document, ...slip }) => {
      const drawn: SlipDocument = JSON.parse(document)
      return { slip, document: drawn }
    })
}

/**
 * The latest print of a kind that a file has for where it stands: a request for more or a refusal belongs to its step,
 * and an older one to an older step.
 */
export function printOf(db: ReadDb, kind: SlipKind, applicationId: number): Slip | undefined {
  const step = kind === 'supplement' ? 5 : kind === 'refusal' ? 3 : null
  const since =
    step === null
      ? ''
      : (db.row<{ at: string | null }>(
          `SELECT max(at) AS at FROM application_events
           WHERE application_id = :applicationId AND kind = 'status' AND status = :step AND voids IS NULL`,
          { applicationId, step },
        )?.at ?? '')
  return slipsOf(db, { applicationId }).findLast(slip => slip.kind === kind && slip.at >= since)
}

/** The first print of a kind for a file, if there is one. */
export function firstOf(db: ReadDb, kind: SlipKind, subject: SlipSubject): Slip | undefined {
  return slipsOf(db, subject).find(slip => slip.kind === kind && slip.reprint === 0)
}

export type NewSlip = {
  readonly kind: SlipKind
  readonly year: number
  readonly number: number
  readonly reprint: number
  readonly subject: SlipSubject
  readonly formSet: FormSetName
  readonly details: KeptDetails
  readonly document: SlipDocument
  readonly reason: string | null
}

/** Keeps a print as it is; a trigger keeps it so. */
export function insertSlip(db: WriteDb, slip: NewSlip, by: { at: string; byId: number }): StoredSlip {
  const { kind, year, number, reprint, subject, formSet, details, document, reason } = slip
  const { lastInsertRowid } = db.run(
    `INSERT INTO slips
       (kind, year, number, reprint, application_id, batch_id, form_set, details, document, reason, at, by_id)
     VALUES (:kind, :year, :number, :reprint, :applicationId, :batchId, :formSet, :details, :document, :reason, :at, :byId)`,
    {
      ...{ kind, year, number, reprint, formSet, reason },
      applicationId: 'applicationId' in subject ? subject.applicationId : null,
      batchId: 'batchId' in subject ? subject.batchId : null,
      details: JSON.stringify(details),
      document: JSON.stringify(document),
      ...by,
    },
  )
  return slipById(db, lastInsertRowid)
}
