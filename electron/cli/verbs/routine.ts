import { join } from 'node:path'
import { AppError } from '../../core/errors.ts'
import { type Arguments, UsageError } from '../arguments.ts'
import type { Desk } from '../desk.ts'
import { assertWritableFolder, makeFolder, writeContent } from '../files.ts'
import type { Answer } from '../verbs.ts'

const kinds = ['day', 'week', 'month', 'quarter', 'half', 'year'] as const

type Written =
  | { readonly name: string; readonly file: string; readonly sha256: string }
  | { readonly name: string; readonly refused: string }

/**
 * Prepares a period: what is doubtful first, then every report's workbook into a folder. A report that is refused does
 * not keep the others from being written; exit status 1 says that one was.
 */
export async function routine(desk: Desk, args: Arguments): Promise<Answer> {
  const asked = args.required('kind')
  const kind = kinds.find(one => one === asked)
  if (kind === undefined) throw new UsageError(`--kind phải là một trong: ${kinds.join(', ')}.`)
  const folder = args.required('out')
  const period = { kind, id: args.required('period') }
  const { doubts, reports } = await desk.call('routine.prepare', { period })
  await makeFolder(folder)
  await assertWritableFolder(folder)
  const written: Written[] = []
  for (const { name, period: own, filing } of reports) {
    try {
      const done =
        filing === null
          ? await desk.run('reports.export', { name, period: { kind: own.kind, id: own.id } })
          : await desk.run('filings.export', { id: filing })
      const file = await done.file()
      await writeContent(join(folder, file.name), file)
      written.push({ name, file: file.name, sha256: done.result.sha256 })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      written.push({ name, refused: error.message })
    }
  }
  const lines = [
    ...doubts.map(({ sentence }) => `! ${sentence}`),
    ...written.map(one =>
      'file' in one ? `Đã ghi ${one.file}` : `Không lập được ${one.name}: ${one.refused}`,
    ),
  ]
  const refused = written.some(one => 'refused' in one)
  return { json: { doubts, written }, text: lines.join('\n'), ...(refused ? { status: 1 } : {}) }
}
