import { listFilter } from '../applications/contract.ts'
import { list } from '../applications/list.ts'
import type { JobContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { showInteger } from '../reports/number-text.ts'
import { largestBatch, type Selection } from './contract.ts'

/** As many as the list gives in one page. */
const page = 500

/**
 * The files that are meant, each once: those ticked, or those that the list shows. They are read by the list itself,
 * page by page, so that the batch can never mean others than the user has before the eyes.
 */
export function selectedIds(job: JobContext, selection: Selection): readonly number[] {
  if ('ids' in selection) return [...new Set(selection.ids)]
  const except = new Set(selection.except)
  const ids = new Set<number>()
  job.read(context => {
    let after: string | null = null
    do {
      job.checkCancelled()
      const shown = list(context, listFilter.parse({ ...selection.filter, limit: page, after }))
      for (const { id } of shown.rows) if (!except.has(id)) ids.add(id)
      if (ids.size > largestBatch) throw tooMany()
      after = shown.next
      job.progress(ids.size, Math.max(ids.size, shown.total ?? 0), 'Đọc danh sách')
    } while (after !== null)
  })
  if (ids.size === 0)
    throw new AppError('invalid', 'Danh sách lọc không còn hồ sơ nào. Tải lại danh sách rồi chọn lại.')
  return [...ids]
}

function tooMany(): AppError {
  const most = showInteger(largestBatch)
  return new AppError(
    'invalid',
    `Danh sách có hơn ${most} hồ sơ, nhiều quá một lần xử lý. Lọc hẹp lại rồi làm từng phần.`,
  )
}
