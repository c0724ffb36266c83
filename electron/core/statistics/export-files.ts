import { createHash } from 'node:crypto'
import { channelNames } from '../applications/model.ts'
import { statusNames } from '../applications/statuses.ts'
import { showDay } from '../calendar/day.ts'
import type { JobContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { type ListCell, type ListColumn, writeList } from '../excel/write-list.ts'
import { figureFiles } from './figure-files.ts'
import type { FigureRef } from './model.ts'

const columns: readonly ListColumn[] = [
  { heading: 'Mã hồ sơ', format: 'text', width: 24 },
  { heading: 'Họ và tên', format: 'text', width: 28 },
  { heading: 'Hình thức nộp', format: 'text', width: 16 },
  { heading: 'Trạng thái', format: 'text', width: 24 },
  { heading: 'Được tính là', format: 'text', width: 28 },
  { heading: 'Ngày', format: 'day', width: 12 },
  { heading: 'Số GPLX', format: 'integer', width: 9 },
  { heading: 'Nguồn số liệu', format: 'text', width: 28 },
]

/** Files read at once, and between two looks whether the user has had enough. */
const batch = 5000
/** A sheet has 1 048 576 rows, two of them title and headings. */
const mostLines = 1_048_574

/** The files behind one figure as a workbook, read in one transaction; days that came in as totals stand last. */
export async function exportFiles(
  job: JobContext,
  figure: FigureRef,
): Promise<{ lines: number; fileName: string }> {
  const name = `Ho so cua so lieu ${showDay(job.today).replaceAll('/', '-')}.xlsx`
  const { said, total, rows } = job.read(({ db }) => {
    const rows: ListCell[][] = []
    let page = figureFiles(db, figure, { after: 0, limit: batch })
    if (page.lines + page.days.length > mostLines) throw tooLong()
    const { said, total, days, lines } = page
    for (;;) {
      for (const { dossierCode, fullName, channel, status, measure, day, licences } of page.files) {
        rows.push([
          dossierCode,
          fullName,
          channelNames[channel],
          statusNames[status],
          measure,
          day,
          licences,
          null,
        ])
      }
      job.checkCancelled()
      job.progress(rows.length, 2 * lines, 'Đang đọc danh sách')
      if (page.next === null) break
      page = figureFiles(db, figure, { after: page.next, limit: batch })
    }
    for (const { day, count, source } of days) {
      rows.push([null, null, channelNames.direct, null, 'Tổng số trực tiếp theo ngày', day, count, source])
    }
    return { said, total, rows }
  })
  const file = await writeList({ name, title: `${said} Tổng số: ${total}.`, columns, rows })
  job.checkCancelled()
  job.keepFile(file)
  job.write(({ audit }) =>
    audit({
      subject: 'register',
      changes: {
        'Số liệu': [null, said],
        'Số dòng': [null, rows.length],
        'Tệp đã xuất': [null, name],
        'Mã kiểm tra SHA-256': [null, createHash('sha256').update(file.bytes).digest('hex')],
      },
    }),
  )
  return { lines: rows.length, fileName: name }
}

const tooLong = () =>
  new AppError(
    'invalid',
    'Danh sách dài hơn số dòng một trang tính chứa được. Chọn số liệu của kỳ ngắn hơn rồi xuất lại.',
  )
