import { type ListFilter, orders } from '../../core/applications/contract.ts'
import { queueNames } from '../../core/views/contract.ts'
import { queueFilter } from '../../core/views/queues.ts'
import { officer } from './plain-lists.ts'

type Part = Omit<ListFilter, 'order' | 'reversed'>

const queues: readonly Part[] = queueNames.map(name => {
  const { order: _, ...held } = queueFilter(name, officer)
  return held
})

const month = { from: '2023-06-01', to: '2023-06-30' }
const days: readonly Part[] = (
  ['registered', 'received', 'due', 'finished', 'returned', 'closed'] as const
).flatMap(dayField => [
  { dayField, ...month },
  { dayField, from: '2023-09-18', to: '2023-09-18' },
  { dayField, from: '2023-01-01' },
])

const people: readonly Part[] = [
  { channel: 'online' },
  { channel: 'postal' },
  { teamId: 1 },
  { teamId: 1, statuses: [2, 4] },
  { officerId: officer },
  { districtCode: '899' },
  { licenceClass: 'B2' },
  { licenceClass: 'D' },
  { licenceClass: 'FE' },
  { statuses: [3, 7, 8] },
  { statuses: [10] },
  { statuses: [10], ...month, teamId: 2 },
  { channel: 'online', ...month },
  { licenceClass: 'D', districtCode: '899', ...month },
]

/** Every filter of the register by its newest files and by one other order, and searches inside filters. */
export function listQuestions(phone: string): readonly ListFilter[] {
  const texts = ['n', 'nguyen', 'nguyen van an', 'xyzt', '230918', phone.slice(0, 6), phone]
  const searched: readonly Part[] = texts.flatMap(text => [
    { text },
    { text, teamId: 1 },
    { text, statuses: [2, 4] },
    { text, ...month },
  ])
  return [...queues, ...days, ...people, ...searched].flatMap((held, at) => [
    held,
    { ...held, order: orders[at % orders.length], reversed: at % 2 === 0 },
  ])
}
