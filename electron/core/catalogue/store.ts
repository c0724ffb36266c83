import { AppError, type Json } from '../errors.ts'

/** Refuses to save over what somebody else has saved; what stands now goes back with it. */
export function changedMeanwhile(what: string, standing: Json | undefined): AppError {
  return new AppError('conflict', `${what} vừa được người khác sửa. Tải lại danh sách rồi sửa tiếp.`, {
    standing: standing ?? null,
  })
}

/** What was just written must be readable; a row that vanished within its own transaction is a fault. */
export function certainly<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('a row just written cannot be read')
  return row
}
