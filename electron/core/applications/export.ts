import { createHash } from 'node:crypto'
import { showDay } from '../calendar/day.ts'
import type { JobContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { csvHead, csvLines, joined } from '../excel/write-csv.ts'
import { type ListCell, type ListColumn, writeList } from '../excel/write-list.ts'
import type { FileContent, InputOf } from '../operation.ts'
import { type applicationsContract, type RegisterColumn, registerColumns } from './contract.ts'
import { orderWords, tickedWords } from './filter-words.ts'
import { countWhole, wholeList } from './list.ts'
import { channelNames } from './model.ts'
import type { StoredRow } from './read.ts'
import { statusNames } from './statuses.ts'

type Asked = InputOf<typeof applicationsContract.exportList>

/** Files read at once, and between two looks whether the user has had enough. */
const batch = 2000
/** A sheet has 1 048 576 rows, one of them the headings. */
const mostInSheet = 1_048_575

/** What the list shows, all of it, as a file: read in one transaction, so that no row is there twice or missing. */
export async function exportList(job: JobContext, asked: Asked): Promise<{ rows: number; fileName: string }> {
  const name = `Danh sach ho so ${showDay(job.today).replaceAll('/', '-')}.${asked.format}`
  const columns = asked.columns.map(column => ({ ...looks[column], heading: registerColumns[column] }))
  const { pieces, rows, words, codes } = read(job, asked, columns)
  const file =
    asked.format === 'csv'
      ? { name, bytes: joined(pieces) }
      : await workbook(job, name, columns, pieces, rows)
  job.checkCancelled()
  job.keepFile(file)
  job.write(({ audit }) =>
    audit({
      subject: 'register',
      changes: {
        'Bộ lọc': [null, words],
        ...(codes === null ? {} : { 'Mã hồ sơ': [null, codes] as const }),
        'Thứ tự': [null, orderWords(asked.filter)],
        Cột: [null, columns.map(({ heading }) => heading).join(', ')],
        'Số hồ sơ': [null, rows],
        'Tệp đã xuất': [null, name],
        'Mã kiểm tra SHA-256': [null, createHash('sha256').update(file.bytes).digest('hex')],
      },
    }),
  )
  return { rows, fileName: name }
}

type Pieces = {
  readonly pieces: readonly Uint8Array[]
  readonly rows: number
  readonly words: string
  /** Of files ticked one by one, which no filter can name again. */
  readonly codes: string | null
}

/**
 * Reading cannot wait for the writer of the workbook, for the transaction ends with the function. So each batch is
 * put away as bytes: lines of the CSV file as they are kept, or cells to be written, a tenth of what objects take.
 */
function read(
  job: JobContext,
  { filter, ticked, columns, format }: Asked,
  shown: readonly ListColumn[],
): Pieces {
  return job.read(context => {
    const total = countWhole(context, filter, ticked)
    if (format === 'xlsx' && total > mostInSheet) throw tooLong()
    const pieces: Uint8Array[] = format === 'csv' ? [csvHead(shown)] : []
    const steps = format === 'csv' ? total : 2 * total
    const named = ticked !== undefined && 'ids' in ticked
    const codes: string[] = []
    let rows = 0
    for (const page of wholeList(context, filter, batch, ticked)) {
      job.checkCancelled()
      const cells = page.map(row => columns.map(column => cellOf(row, column)))
      pieces.push(format === 'csv' ? csvLines(cells, shown) : packed(cells))
      if (named) codes.push(...page.slice(0, mostNamed).map(({ dossierCode }) => dossierCode))
      rows += page.length
      job.progress(rows, steps, 'Đang đọc danh sách')
    }
    return {
      ...{ pieces, rows, words: tickedWords(context.db, filter, ticked) },
      codes: named ? codesTold(codes, rows) : null,
    }
  })
}

/** The trail names so many files and counts the rest. */
const mostNamed = 200

function codesTold(codes: readonly string[], rows: number): string {
  const named = codes.slice(0, mostNamed).join(', ')
  return rows > mostNamed ? `${named} và ${rows - mostNamed} hồ sơ khác` : named
}

const tooLong = () =>
  new AppError(
    'invalid',
    'Danh sách dài hơn số dòng một trang tính chứa được. Thu hẹp bộ lọc hoặc chọn dạng CSV rồi xuất lại.',
  )

type Cells = readonly (readonly ListCell[])[]
const packed = (cells: Cells): Uint8Array => new TextEncoder().encode(JSON.stringify(cells))
const unpacked = (piece: Uint8Array): Cells => JSON.parse(new TextDecoder().decode(piece))

function workbook(
  job: JobContext,
  name: string,
  columns: readonly ListColumn[],
  pieces: readonly Uint8Array[],
  total: number,
): Promise<FileContent> {
  function* rows() {
    let done = 0
    for (const piece of pieces) {
      for (const cells of unpacked(piece)) {
        // the writer rests every few hundred rows: then the wish to stop can arrive
        if (done % 500 === 0) job.checkCancelled()
        yield cells
        done += 1
      }
      job.progress(total + done, 2 * total, 'Đang viết bảng tính')
    }
  }
  return writeList({ name, columns, rows: rows() })
}

function cellOf(row: StoredRow, column: RegisterColumn): ListCell {
  if (column === 'channel') return channelNames[row.channel]
  if (column === 'status') return statusNames[row.status]
  return row[column]
}

const text = (width: number) => ({ format: 'text', width }) as const
const day = { format: 'day', width: 12 } as const

const looks: Readonly<Record<RegisterColumn, Omit<ListColumn, 'heading'>>> = {
  dossierCode: text(24),
  fullName: text(28),
  birthDay: day,
  channel: text(16),
  status: text(24),
  registeredDay: day,
  receivedDay: day,
  dueDay: day,
  finishedDay: day,
  returnedDay: day,
  classes: text(12),
  districtName: text(22),
  teamName: text(18),
  officerName: text(26),
}
