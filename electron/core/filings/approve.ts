import { dayOf, showDay } from '../calendar/day.ts'
import type { Operations, QueryContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { writeReport } from '../excel/write.ts'
import { contentHashField } from '../reports/check-file.ts'
import { issued } from '../reports/issued.ts'
import type { filingsContract } from './contract.ts'
import { documentOf } from './document.ts'
import { hashAt, keepDocument, keptDocument, keptWorkbook, sha256Of } from './documents.ts'
import { keepFreeze, takeFreeze } from './freeze.ts'
import { countsPost } from './model.ts'
import { nameOfFiling } from './names.ts'
import { readyFor, takeFilingStep } from './steps.ts'
import { filingById, lastStep, periodOfFiling } from './store.ts'

type Filings = Operations<typeof filingsContract>

const hashLabel = 'Mã kiểm tra SHA-256'

/** Figures, files and document are read in one transaction, so that what is kept is of one moment. */
export const approve: Filings['approve'] = async (job, { comment, ...asked }) => {
  job.progress(0, 3, 'Đang tính số liệu')
  const { document, freeze } = job.read(context => {
    const filing = readyFor(context, 'approve', asked)
    return {
      document: documentOf(context, filing, true),
      freeze: takeFreeze(context.db, periodOfFiling(filing), countsPost(filing)),
    }
  })
  job.checkCancelled()
  job.progress(1, 3, 'Đang viết bảng tính')
  const file = await writeReport(document)
  job.checkCancelled()
  job.progress(2, 3, 'Đang chốt số liệu')
  return job.write(context => {
    const filing = readyFor(context, 'approve', asked)
    const freezeId = keepFreeze(context, filing.id, freeze)
    keepDocument(context.db, { freezeId, stage: 'approved', at: context.now }, document, file)
    return takeFilingStep(
      context,
      filing,
      'approve',
      comment,
      { freezeId },
      {
        [hashLabel]: [null, sha256Of(file.bytes)],
        [contentHashField]: [null, file.contentHash],
        'Số hồ sơ trong số liệu': [
          null,
          new Set(freeze.members.map(({ applicationId }) => applicationId)).size,
        ],
      },
    )
  })
}

/** The document's number is given when it leaves: the approved document with number and day is what was sent. */
export const send: Filings['send'] = async (job, { comment, number, day, receivers, ...asked }) => {
  job.progress(0, 2, 'Đang ghi số văn bản')
  const { document, freezeId } = job.read(context => {
    const filing = readyFor(context, 'send', asked)
    const { db, today } = context
    const approvedOn = dayOf(lastStep(db, filing.id, 'approve').at)
    if (day > today) throw refusal('day', 'Ngày gửi ở sau hôm nay. Sửa lại ngày.')
    if (day < approvedOn)
      throw refusal('day', `Ngày gửi trước ngày duyệt (${showDay(approvedOn)}). Sửa lại ngày.`)
    const freezeId = filing.freezeId ?? 0
    return { freezeId, document: issued(keptDocument(db, freezeId).document, number, day) }
  })
  const file = await writeReport(document)
  job.checkCancelled()
  job.progress(1, 2, 'Đang lưu bản gửi')
  return job.write(context => {
    const { db, now } = context
    const filing = readyFor(context, 'send', asked)
    const other = sameNumber(context, document.head.number, number, day)
    if (other !== null) throw refusal('number', `Số văn bản này đã dùng cho báo cáo ${other}. Nhập số khác.`)
    keepDocument(db, { freezeId, stage: 'sent', at: now }, document, file)
    const list = JSON.stringify(receivers)
    return takeFilingStep(
      context,
      filing,
      'send',
      comment,
      { freezeId, number, sentDay: day, receivers: list },
      {
        'Số văn bản': [null, number],
        'Ngày gửi': [null, day],
        'Nơi nhận': [null, receivers],
        [hashLabel]: [hashAt(db, freezeId, 'approved'), sha256Of(file.bytes)],
        [contentHashField]: [null, file.contentHash],
      },
    )
  })
}

const refusal = (field: string, message: string) =>
  new AppError('invalid', message, { fields: { [field]: message } })

/** The report that bears the same number and symbol in the same year; a book bears none. */
function sameNumber(
  { db }: Pick<QueryContext, 'db'>,
  head: string,
  number: string,
  day: string,
): string | null {
  if (head === '') return null
  const found = db.row<{ id: number }>(
    `SELECT f.id FROM filings f JOIN filing_documents d ON d.freeze_id = f.freeze_id AND d.stage = 'sent'
     WHERE f.number = :number AND substr(f.sent_day, 1, 4) = :year
       AND json_extract(d.document, '$.head.number') = :head LIMIT 1`,
    { number, head, year: day.slice(0, 4) },
  )
  return found === undefined ? null : nameOfFiling(filingById(db, found.id))
}

/** The kept bytes of a frozen filing; otherwise the workbook of the figures as they stand now. */
export const exportFiling: Filings['export'] = async (job, { id }) => {
  job.progress(0, 2, 'Đang lấy báo cáo')
  const { kept, document } = job.read(context => {
    const { db } = context
    const filing = filingById(db, id)
    const { freezeId } = filing
    if (freezeId === null) return { kept: null, document: documentOf(context, filing, true) }
    const { stage, fileName, document: frozen } = keptDocument(db, freezeId)
    return { kept: { name: fileName, bytes: keptWorkbook(db, freezeId, stage) }, document: frozen }
  })
  job.progress(1, 2, 'Đang viết bảng tính')
  const file = kept ?? (await writeReport(document))
  job.checkCancelled()
  const sha256 = sha256Of(file.bytes)
  job.keepFile(file)
  job.write(({ db, audit }) =>
    audit({
      subject: 'filing',
      subjectId: id,
      changes: {
        'Báo cáo': [null, nameOfFiling(filingById(db, id))],
        'Tệp đã xuất': [null, file.name],
        [hashLabel]: [null, sha256],
        // a kept workbook left its own when it was approved or sent
        ...('contentHash' in file ? { [contentHashField]: [null, file.contentHash] as const } : {}),
      },
    }),
  )
  return { fileName: file.name, sha256 }
}
