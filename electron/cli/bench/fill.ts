import { AppError } from '../../core/errors.ts'
import type { Desk } from '../desk.ts'
import { timed } from './timing.ts'

/** `seconds` is null where the folder was filled before. */
export type Fill = { readonly seconds: number | null }

/** Fills a new folder with the sample department, or goes on with one that holds it already. */
export async function fill(desk: Desk, size: number): Promise<Fill> {
  const { ready, sample } = await desk.call('setup.state', {})
  if (ready && !sample)
    throw new AppError(
      'conflict',
      'Thư mục này là dữ liệu thật của cơ quan nên không đo ở đây. Chọn thư mục khác bằng --data.',
    )
  if (ready) return { seconds: null }
  const administrator = { username: 'quantri', displayName: 'Quản trị mẫu', password: 'chi-de-do-toc-do' }
  const ms = await timed(() => desk.run('setup.demo', { size, administrator }))
  return { seconds: ms / 1000 }
}
