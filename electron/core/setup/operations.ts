import { catalogueRows } from '../catalogue/csv-files.ts'
import { type Operations, prepared } from '../context.ts'
import { settingInForce } from '../settings/store.ts'
import { hashPassword } from '../users/passwords.ts'
import { openSession } from '../users/sessions.ts'
import { meOf } from '../users/store.ts'
import type { ProvinceChoice, setupContract } from './contract.ts'
import { assertEmpty, foundDepartment, hasAccounts } from './found.ts'
import { fillSampleDepartment } from './sample-department.ts'

const productName = 'GPLX Desk'

function provinces(): readonly ProvinceChoice[] {
  return (['2023', '2025'] as const).flatMap(catalogue =>
    catalogueRows(`provinces-${catalogue}`).map(row => ({
      catalogue,
      code: row.code ?? '',
      name: row.name ?? '',
      kind: row.type ?? '',
    })),
  )
}

export const setupOperations: Operations<typeof setupContract> = {
  state: context => {
    if (!hasAccounts(context)) return { ready: false, sample: false, title: productName }
    const { db, today } = context
    const { sample } = settingInForce(db, 'sample', today)
    return { ready: true, sample, title: settingInForce(db, 'department', today).name }
  },

  provinces,

  initialise: prepared({
    prepare: ({ administrator }, read) => {
      read(assertEmpty)
      return hashPassword(administrator.password)
    },
    run: (context, { department, year, administrator }, hash) => {
      const user = foundDepartment(context, { department, year, administrator, sample: false }, hash)
      const { db, actor, now } = context
      return { token: openSession(db, user.id, actor.host, now), me: meOf(db, user.id, now) }
    },
  }),

  demo: fillSampleDepartment,
}
