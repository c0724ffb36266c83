import type { Database, Values } from '../../../db/database.ts'
import { type ListFilter, type Order, orders } from '../../core/applications/contract.ts'
import { queueNames } from '../../core/views/contract.ts'
import { queueFilter } from '../../core/views/queues.ts'
import type { Desk } from '../desk.ts'
import { counted, middleOf, newest, officer, page, plainOrders, plainQueues } from './plain-lists.ts'
import type { Case } from './timing.ts'

/** Pages of the register and the counts of its queues through the door, each beside the bare statements. */
export function listCases(desk: Desk, database: Database): readonly Case[] {
  const listed = (
    what: string,
    filter: ListFilter,
    statements: readonly string[],
    values?: Values,
  ): Case => ({
    what,
    work: () => desk.call('applications.list', filter),
    raw: statements.length === 1 ? 'một câu lệnh' : 'hai câu lệnh',
    bare: () => database.read(db => statements.map(sql => db.rows(sql, values))),
  })
  const whole = counted('applications')
  const queues = queueNames.map(name => counted(`applications a WHERE ${plainQueues[name][0]}`))
  return [
    {
      what: 'đếm chín hàng việc',
      work: () => desk.call('views.all', {}),
      raw: 'chín phép đếm',
      bare: () => database.read(db => queues.map(sql => db.rows(sql))),
    },
    ...queueNames.map((name, at) => {
      const [where, by] = plainQueues[name]
      return listed(`hàng việc: ${name}`, queueFilter(name, officer), [page(by, where), queues[at] ?? whole])
    }),
    ...orders.map(order => listed(`trang đầu theo ${order}`, { order }, [firstPage(order), whole])),
    ...orders.map(order => {
      const { after, sql, values } = middleOf(database, order)
      return listed(`trang giữa theo ${order}`, { order, after }, [sql], values)
    }),
    listed('một tháng, theo name', { order: 'name', ...june }, [
      page('a.name_sort, a.id', `+a.registered_day ${inJune}`),
      counted(`applications WHERE registered_day ${inJune}`),
    ]),
    listed('một hạng, mới nhất', { licenceClass: 'D' }, [
      page(newest, "a.classes = 'D'"),
      counted("applications WHERE classes = 'D'"),
    ]),
  ]
}

const june = { from: '2023-06-01', to: '2023-06-30' }
const inJune = "BETWEEN '2023-06-01' AND '2023-06-30'"

/** Where files stand in groups, the plain page is that of one group: sorting the whole register would be no floor. */
function firstPage(order: Order): string {
  const { by, where } = plainOrders[order]
  return order === 'channel' ? page('a.registered_day, a.id', "a.channel = 'direct'") : page(by, where)
}
