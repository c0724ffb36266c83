import type { Channel, ReturnWay } from '../applications/model.ts'
import type { PaperKind, Sex } from '../applications/person.ts'
import type { Status } from '../applications/statuses.ts'
import type { Day } from '../calendar/day.ts'
import type { ListField } from './list-fields.ts'

/** What is wrong, or odd, about one value of a list. The message never holds the value. */
export type Problem = {
  readonly field: ListField
  readonly code: string
  readonly level: 'error' | 'warning'
  readonly message: string
}

/** A day in Việt Nam, and `HH:mm` where the list gives a time. */
export type ListMoment = { readonly day: Day; readonly time: string | null }

/** What a row says; a value that is missing stands for an empty cell or none that could be used. */
export type ListValues = {
  readonly dossierCode?: string
  readonly fullName?: string
  /** `YYYY-MM-DD`, or `YYYY`. */
  readonly birthDay?: string
  readonly sex?: Sex
  readonly nationalId?: string
  readonly paperKind?: PaperKind
  readonly phone?: string
  readonly address?: string
  readonly district?: string
  readonly licenceNumber?: string
  /** “A1, B2” */
  readonly classes?: string
  readonly licences?: number
  readonly reason?: string
  readonly channel?: Channel
  readonly registeredAt?: ListMoment
  readonly receivedAt?: ListMoment
  readonly dueDay?: Day
  readonly finishedAt?: ListMoment
  readonly returnedAt?: ListMoment
  readonly returnWay?: ReturnWay
  readonly postalCode?: string
  readonly status?: Status
  /** When the present status was entered. */
  readonly statusDay?: ListMoment
  readonly officer?: string
  readonly submitter?: string
  readonly fee?: number
  readonly notes?: string
}

export type ListRow = {
  /** As Excel shows it. */
  readonly row: number
  readonly values: ListValues
  readonly problems: readonly Problem[]
  /** The row as it came, by column, for the workbook of rejected rows. */
  readonly shown: readonly string[]
  /** The earlier row which says exactly the same: this one is counted with it. */
  readonly sameAs?: number
}

/** A row with an error is not taken. */
export const isRejected = (row: ListRow): boolean => row.problems.some(problem => problem.level === 'error')

/** What reading one cell gives: a value, or none where the cell is empty or cannot be used. */
export type Reading<T> = { readonly value?: T; readonly problems: readonly Problem[] }

export const nothing: Reading<never> = { problems: [] }

export function refused(field: ListField, code: string, message: string): Reading<never> {
  return { problems: [{ field, code, level: 'error', message }] }
}

export function warned<T>(value: T, field: ListField, code: string, message: string): Reading<T> {
  return { value, problems: [{ field, code, level: 'warning', message }] }
}

/** The value is left out, and the row is still taken. */
export function ignored(field: ListField, code: string, message: string): Reading<never> {
  return { problems: [{ field, code, level: 'warning', message }] }
}
