import type { QueueName, ViewFilter } from './contract.ts'

/** What each queue holds; `me` is the account of whoever looks. */
export function queueFilter(name: QueueName, me: number): ViewFilter {
  switch (name) {
    case 'waiting':
      return { statuses: [1, 5, 6], received: false, order: 'oldest' }
    case 'in-work':
      return { statuses: [2, 4], order: 'due' }
    case 'supplement':
      return { statuses: [5, 6], received: true, order: 'oldest' }
    case 'due-soon':
    case 'overdue':
      return { deadline: name, order: 'due' }
    case 'to-return':
      return { statuses: [9], posted: false, order: 'finished' }
    case 'posted':
      return { statuses: [9], posted: true, order: 'finished' }
    case 'mine':
      return { statuses: [1, 2, 4, 5, 6], officerId: me, order: 'due' }
    case 'all':
      return {}
  }
}
