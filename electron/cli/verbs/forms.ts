import { type Arguments, UsageError } from '../arguments.ts'
import type { Desk } from '../desk.ts'
import { assertWritable, writeContent } from '../files.ts'
import type { Answer } from '../verbs.ts'
import { period } from './reports.ts'

/** The Ministry's forms in use. */
export async function forms(desk: Desk): Promise<Answer> {
  const found = await desk.call('ministryForms.list', {})
  return {
    json: found,
    text: found.map(({ id, name, fileName }) => `${id}\t${name}\t${fileName}`).join('\n'),
  }
}

/** Writes a form filled for a period; what found no place in it is told too. */
export async function fill(desk: Desk, args: Arguments): Promise<Answer> {
  const [word] = args.words
  if (word === undefined || !/^\d{1,9}$/.test(word)) throw new UsageError('Lệnh fill cần số của biểu mẫu.')
  const out = args.required('out')
  await assertWritable(out)
  const done = await desk.run('ministryForms.fill', { id: Number(word), period: period(args) })
  await writeContent(out, await done.file())
  const { rows, groups } = done.result.strays
  const lines = [
    `Đã ghi ${out}`,
    ...rows.map(({ sheet, cell, label }) => `Chưa điền ${sheet}!${cell}: không khớp “${label}”`),
    ...groups.map(
      ({ sheet, column, name, value }) => `Không có dòng cho “${name}” (${value}): ${sheet}, cột ${column}`,
    ),
  ]
  return { json: { ...done.result, out }, text: lines.join('\n') }
}
