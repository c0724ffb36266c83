import { statusNames } from '../../core/applications/statuses.ts'
import { showDay } from '../../core/calendar/day.ts'
import type { ImportReport } from '../../core/imports/contract.ts'
import { type Arguments, UsageError } from '../arguments.ts'
import type { Desk } from '../desk.ts'
import { assertWritable, readContent, writeContent } from '../files.ts'
import type { Answer } from '../verbs.ts'

/** Reads a list into the register, or with `--dry-run` says what would happen. */
export async function importList(desk: Desk, args: Arguments): Promise<Answer> {
  const [path] = args.words
  if (path === undefined) throw new UsageError('Lệnh import cần tên tệp.')
  const errors = args.text('errors')
  if (errors !== undefined) await assertWritable(errors)
  const input = {
    file: await readContent(path),
    ...(args.text('sheet') !== undefined && { sheet: args.required('sheet') }),
    ...(args.text('profile') !== undefined && { profile: args.required('profile') }),
  }
  const done = await desk.run(args.flag('dry-run') ? 'imports.plan' : 'imports.apply', input)
  const report = done.result
  if (errors !== undefined && report.hasErrorFile) await writeContent(errors, await done.file())
  return { json: asJson(report), text: summary(report) }
}

function asJson({ columns, sheets: _, hasErrorFile: __, headerRow, ...report }: ImportReport) {
  const mapping = Object.fromEntries(columns.map(({ heading, field }) => [heading, field]))
  return { ...report, headerRow: headerRow.at(-1) ?? null, headerRows: headerRow, mapping }
}

function summary({ file, counts, rejected, earlier }: ImportReport): string {
  const lines = rejected.map(
    ({ row, problems }) => `  dòng ${row}: ${problems.map(({ message }) => message).join(' ')}`,
  )
  return [
    `${file}: ${counts.rows} dòng, mới ${counts.new}, cập nhật ${counts.updated}, không đổi ${counts.unchanged}, từ chối ${counts.rejected}, cần xem lại ${counts.warned}.`,
    ...(earlier === null ? [] : [`Tệp này đã được nhập lần số ${earlier.importId}; không có gì thay đổi.`]),
    ...lines,
  ].join('\n')
}

/** The register as the screen's list gives it. */
export async function list(desk: Desk, args: Arguments): Promise<Answer> {
  const statuses = args
    .list('status')
    .flatMap(text => text.split(','))
    .map(Number)
  const page = await desk.call('applications.list', {
    ...(args.text('query') !== undefined && { text: args.required('query') }),
    ...(statuses.length > 0 && { statuses }),
    ...(args.text('after') !== undefined && { after: args.required('after') }),
    limit: args.whole('limit') ?? 50,
  })
  const lines = page.rows.map(row =>
    [row.dossierCode, row.fullName, showDay(row.registeredDay), statusNames[row.status]].join('\t'),
  )
  return { json: page, text: lines.join('\n') }
}
