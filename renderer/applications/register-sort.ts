import type { Order, RegisterColumn } from '../../electron/core/applications/contract.ts'
import { changeFilter, type RegisterFilter } from './register-filter.ts'

/** Which order of the core a column stands for. */
const orderOf: Readonly<Record<RegisterColumn, Order>> = {
  dossierCode: 'code',
  fullName: 'name',
  birthDay: 'birth',
  channel: 'channel',
  status: 'status',
  registeredDay: 'oldest',
  receivedDay: 'received',
  dueDay: 'due',
  finishedDay: 'finished',
  returnedDay: 'returned',
  classes: 'class',
  districtName: 'district',
  teamName: 'team',
  officerName: 'officer',
}

export type Sorted = 'ascending' | 'descending' | 'none'

/** How the list stands by this column. */
export function sortedBy(filter: RegisterFilter, column: RegisterColumn): Sorted {
  const order = orderOf[column]
  const { order: now = 'newest', reversed = false } = filter
  // the newest first is the day of handing in the other way round
  if (column === 'registeredDay') {
    if (now !== 'newest' && now !== 'oldest') return 'none'
    return (now === 'newest') === reversed ? 'ascending' : 'descending'
  }
  if (now !== order) return 'none'
  return reversed ? 'descending' : 'ascending'
}

/** A click on a heading: ascending first, then the other way round. */
export function sortBy(filter: RegisterFilter, column: RegisterColumn): RegisterFilter {
  const order = orderOf[column]
  const down = sortedBy(filter, column) === 'ascending'
  if (column === 'registeredDay')
    return changeFilter(filter, { order: down ? undefined : 'oldest', reversed: undefined })
  return changeFilter(filter, { order, reversed: down ? true : undefined })
}
