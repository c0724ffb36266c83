import type { Ticked } from '../applications/contract.ts'
import { countWhole, wholeList } from '../applications/list.ts'
import type { JobContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { showInteger } from '../reports/number-text.ts'
import { largestBatch, type Selection } from './contract.ts'

/** Files read between two looks at whether the user has cancelled. */
const page = 2000

/**
 * The files that are meant, each once: those ticked, or those that the list shows. They are read as the list reads
 * them, so that the batch can never mean others than the user has before the eyes, nor do them in another order.
 */
export function selectedIds(job: JobContext, selection: Selection): readonly number[] {
  const { filter } = selection
  const named = 'ids' in selection ? selection.ids : []
  if (filter === undefined) return [...new Set(named)]
  const ticked: Ticked = 'ids' in selection ? { ids: selection.ids } : { except: selection.except }
  const ids = new Set<number>()
  job.read(context => {
    const total = countWhole(context, filter, ticked)
    if (total > largestBatch) throw tooMany()
    for (const rows of wholeList(context, filter, page, ticked)) {
      job.checkCancelled()
      for (const { id } of rows) ids.add(id)
      job.progress(ids.size, total, 'Đọc danh sách')
    }
  })
  // what is not in the register any more is refused by name
  for (const id of named) ids.add(id)
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
