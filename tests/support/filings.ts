import type { FilingRow } from '../../electron/core/filings/contract.ts'
import type { FilingState } from '../../electron/core/filings/model.ts'
import { type TestApp, testApp } from './app.ts'

export const september = { kind: 'month', id: '2023-09' } as const

/** A department in which days pass. */
export type Office = Omit<TestApp, 'at'> & {
  /** Another moment; everybody is still signed in, as if they had just come back to their screens. */
  on(moment: string): void
}

/** The office at a moment after September, when its month is over: Monday 02/10/2023. */
export async function officeOn(moment = '2023-10-02T08:00:00+07:00'): Promise<Office> {
  const desk = await testApp({ now: moment })
  const on = (later: string) => {
    desk.at(later)
    // signing in hashes five passwords, and is not what these tests are about
    desk.database.atomically(db =>
      db.run('UPDATE sessions SET created_at = :later, seen_at = :later', { later }),
    )
  }
  on(moment)
  return { ...desk, on }
}

/** Who files a report. */
type Filers = Pick<TestApp, 'as' | 'run'>

type Wanted = {
  readonly report?: string
  readonly period?: { readonly kind: 'day' | 'week' | 'month'; readonly id: string }
}
type Stepped = Pick<FilingRow, 'id' | 'version' | 'state'>

const way: readonly FilingState[] = ['draft', 'completed', 'submitted', 'approved', 'sent']

/** A filing brought to a state by the people whose steps these are. */
export async function filed(
  office: Filers,
  state: FilingState,
  { report = 'ket-qua', period = september }: Wanted = {},
): Promise<Stepped> {
  let filing: Stepped = await office.as('officer').filings.open({ report, period })
  for (const next of way.slice(1, way.indexOf(state) + 1)) filing = await brought(office, filing, next)
  return filing
}

/** The next step of a filing. */
export async function brought(office: Filers, { id, version }: Stepped, to: FilingState): Promise<Stepped> {
  switch (to) {
    case 'completed':
      return office.as('officer').filings.complete({ id, version })
    case 'submitted':
      return office.as('team-lead').filings.submit({ id, version })
    case 'approved':
      return office.run(office.as('leader').filings.approve({ id, version }))
    case 'sent':
      return office.run(
        office.as('team-lead').filings.send({
          ...{ id, version, number: String(100 + id), receivers: ['Cục Đường bộ Việt Nam'] },
          day: (await office.as('viewer').filings.get({ id })).at.slice(0, 10),
        }),
      )
    default:
      throw new Error('a draft is opened')
  }
}

/** Turns the lock of approved periods on. */
export async function lockPeriods(office: Filers): Promise<void> {
  await office.as('admin').settings.set({ key: 'periodLock', version: 0, value: { on: true } })
}
