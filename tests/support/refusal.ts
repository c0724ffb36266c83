import { nowInVietnam } from '../../electron/core/calendar/day.ts'
import { AppError } from '../../electron/core/errors.ts'
import type { User } from '../../electron/core/users/model.ts'
import { startOfTests, type TestApp } from './app.ts'

/** The refusal of a call; a call that is not refused fails the test. */
export async function refusal(doing: Promise<unknown>): Promise<AppError> {
  const error: unknown = await doing.then(
    () => null,
    thrown => thrown,
  )
  if (error instanceof AppError) return error
  throw new Error('nothing was refused', { cause: error })
}

/** The moment so many seconds after the tests begin. */
export const after = (seconds: number): string => nowInVietnam(Date.parse(startOfTests) + seconds * 1000)

/** An account of the test department by its name. */
export async function accountOf(desk: TestApp, username: string): Promise<User> {
  const found = (await desk.as('admin').users.list({})).find(user => user.username === username)
  if (found === undefined) throw new Error(`no account ${username}`)
  return found
}
