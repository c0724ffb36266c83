import { AppError } from '../../core/errors.ts'
import { type Arguments, UsageError } from '../arguments.ts'
import type { Desk } from '../desk.ts'
import { assertWritable, readContent, writeContent } from '../files.ts'
import type { Answer } from '../verbs.ts'

const kinds = ['day', 'week', 'month', 'quarter', 'half', 'year'] as const

/** The period the arguments name. */
export function period(args: Arguments) {
  const from = args.text('from')
  const to = args.text('to')
  if (from !== undefined && to !== undefined) return { from, to }
  if (from !== undefined || to !== undefined) throw new UsageError(`Lệnh ${args.verb} cần cả --from và --to.`)
  const asked = args.required('kind')
  const kind = kinds.find(one => one === asked)
  if (kind === undefined) throw new UsageError(`--kind phải là một trong: ${kinds.join(', ')}.`)
  return { kind, id: args.required('period') }
}

/** The measures of a period (figures.md), shape by cli.md. */
export async function figures(desk: Desk, args: Arguments): Promise<Answer> {
  const unit = args.text('unit')
  if (unit !== undefined && unit !== 'files' && unit !== 'licences')
    throw new UsageError('--unit phải là files hoặc licences.')
  const found = await desk.call('statistics.figures', {
    period: period(args),
    ...(unit !== undefined && { unit }),
  })
  const lines = Object.entries(found.measures).map(
    ([name, { total, online, direct, postal }]) =>
      `${name.padEnd(20)}${[total, online, direct, postal].map(n => String(n).padStart(8)).join('')}`,
  )
  return { json: found, text: [found.period.title, ...lines].join('\n') }
}

/** Online against in-person work, with pace and forecast. */
export async function target(desk: Desk, args: Arguments): Promise<Answer> {
  const year = args.whole('year')
  if (year === undefined) throw new UsageError('Lệnh target cần --year.')
  const asOf = args.text('as-of')
  const status = await desk.call('targets.status', { year, ...(asOf !== undefined && { asOf }) })
  const percent = status.ratioPct === null ? '–' : `${status.ratioPct.toLocaleString('vi-VN')} %`
  const missing = status.missing === null ? '' : `, còn thiếu ${status.missing} hồ sơ`
  return {
    json: status,
    text: `${status.numerator}/${status.denominator} = ${percent}${missing} (tính đến ${status.asOf})`,
  }
}

/** The reports there are, and the kinds of period each is made for. */
export async function reports(desk: Desk): Promise<Answer> {
  const found = await desk.call('reports.kinds', {})
  const lines = found.map(({ name, title, periodKinds, unavailable }) =>
    [name, title, unavailable === null ? periodKinds.join(' ') : 'chưa lập được'].join('\t'),
  )
  return { json: found, text: lines.join('\n') }
}

/** Writes a report's workbook: the same bytes as the app's. */
export async function report(desk: Desk, args: Arguments): Promise<Answer> {
  const [name] = args.words
  if (name === undefined) throw new UsageError('Lệnh report cần tên báo cáo.')
  const out = args.required('out')
  await assertWritable(out)
  const done = await desk.run('reports.export', { name, period: period(args) })
  await writeContent(out, await done.file())
  return { json: { ...done.result, out }, text: `Đã ghi ${out}` }
}

/** Does a workbook still say what was exported? Every place that differs is a line; what cannot be read is refused. */
export async function checkFile(desk: Desk, args: Arguments): Promise<Answer> {
  const [path] = args.words
  if (path === undefined) throw new UsageError('Lệnh check-file cần tên tệp.')
  const { result } = await desk.run('reports.checkFile', { file: await readContent(path) })
  if (result.verdict === 'damaged') throw new AppError('invalid', result.said)
  const lines = result.differences.map(({ sheet, cell, label, was, now }) => {
    const place = [sheet, cell, label].filter(word => word !== '').join(' · ')
    return `${place}: ${was ?? '(trống)'} → ${now ?? '(trống)'}`
  })
  const more = result.count - result.differences.length
  return {
    json: result,
    text: [result.said, ...lines, ...(more > 0 ? [`… và ${more} chỗ khác`] : [])].join('\n'),
  }
}
