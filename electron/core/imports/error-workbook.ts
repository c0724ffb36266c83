import { writeList } from '../excel/write-list.ts'
import type { FileContent } from '../operation.ts'
import type { ListRow, Problem } from './list-row.ts'
import type { TableColumn } from './table.ts'

/** The rejected rows as they came, with a column saying why, ready to be mended and imported again. */
export function errorWorkbook(
  name: string,
  columns: readonly TableColumn[],
  rejected: readonly { readonly row: ListRow; readonly problems: readonly Problem[] }[],
): Promise<FileContent> {
  const width = Math.max(0, ...columns.map(({ index }) => index)) + 1
  const headings = Array.from(
    { length: width },
    (_, at) => columns.find(({ index }) => index === at)?.heading ?? '',
  )
  return writeList({
    name: `${name.replace(/\.[^.]+$/, '')} - dòng bị từ chối.xlsx`,
    columns: [
      ...headings.map(heading => ({ heading, format: 'text' as const, width: 18 })),
      { heading: 'Dòng trong tệp gốc', format: 'integer' as const, width: 10 },
      { heading: 'Lỗi', format: 'text' as const, width: 60 },
    ],
    rows: rejected.map(({ row, problems }) => [
      ...Array.from({ length: width }, (_, at) => row.shown[at] ?? ''),
      row.row,
      problems.map(({ message }) => message).join('\n'),
    ]),
  })
}
