import { createHash } from 'node:crypto'
import type { ReadDb, WriteDb } from '../../../db/database.ts'
import type { FileContent } from '../operation.ts'
import type { ReportDocument } from '../reports/report.ts'

/** As approved; the same with number and day as sent. */
export type Stage = 'approved' | 'sent'

export const sha256Of = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

/** A document with its workbook, as both were written. */
export type KeptDocument = {
  readonly stage: Stage
  readonly at: string
  readonly document: ReportDocument
  readonly fileName: string
  readonly sha256: string
}

/** Keeps a document and its workbook for good. */
export function keepDocument(
  db: WriteDb,
  { freezeId, stage, at }: { readonly freezeId: number; readonly stage: Stage; readonly at: string },
  document: ReportDocument,
  file: FileContent,
): void {
  const text = JSON.stringify(document)
  db.run(
    `INSERT INTO filing_documents
       (freeze_id, stage, at, document, document_sha256, file_name, workbook, workbook_sha256)
     VALUES (:freezeId, :stage, :at, :text, :textHash, :fileName, :workbook, :sha256)`,
    {
      ...{ freezeId, stage, at, text, textHash: sha256Of(text), fileName: file.name },
      ...{ workbook: file.bytes, sha256: sha256Of(file.bytes) },
    },
  )
}

type Row = Omit<KeptDocument, 'document'> & { readonly document: string }

/** What a freeze keeps: the document that was sent where there is one, else the approved one. */
export function keptDocument(db: ReadDb, freezeId: number): KeptDocument {
  const row = db.row<Row>(
    `SELECT stage, at, document, file_name AS fileName, workbook_sha256 AS sha256 FROM filing_documents
     WHERE freeze_id = :freezeId ORDER BY stage = 'sent' DESC LIMIT 1`,
    { freezeId },
  )
  if (row === undefined) throw new Error(`freeze ${freezeId} has lost its document`)
  const document: ReportDocument = JSON.parse(row.document)
  return { ...row, document }
}

/** The bytes of a kept workbook. */
export function keptWorkbook(db: ReadDb, freezeId: number, stage: Stage): Uint8Array {
  const row = db.row<{ workbook: Uint8Array }>(
    'SELECT workbook FROM filing_documents WHERE freeze_id = :freezeId AND stage = :stage',
    { freezeId, stage },
  )
  if (row === undefined) throw new Error(`freeze ${freezeId} has lost its workbook`)
  return new Uint8Array(row.workbook)
}

/** The hash of the workbook of one stage, where that was reached. */
export function hashAt(db: ReadDb, freezeId: number, stage: Stage): string | null {
  return (
    db.row<{ sha256: string }>(
      'SELECT workbook_sha256 AS sha256 FROM filing_documents WHERE freeze_id = :freezeId AND stage = :stage',
      { freezeId, stage },
    )?.sha256 ?? null
  )
}

/** Documents or workbooks that are no longer what their hashes say, by the id of their filing. */
export function damagedDocuments(db: ReadDb): readonly number[] {
  const damaged: number[] = []
  for (const row of db.iterate<{
    filingId: number
    document: string
    documentHash: string
    workbook: Uint8Array
    workbookHash: string
  }>(
    `SELECT z.filing_id AS filingId, d.document, d.document_sha256 AS documentHash, d.workbook,
            d.workbook_sha256 AS workbookHash
     FROM filing_documents d JOIN filing_freezes z ON z.id = d.freeze_id ORDER BY d.freeze_id, d.stage`,
  )) {
    if (sha256Of(row.document) !== row.documentHash || sha256Of(row.workbook) !== row.workbookHash)
      damaged.push(row.filingId)
  }
  return damaged
}
