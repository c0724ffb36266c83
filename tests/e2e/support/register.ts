import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { ListFilter, Page as ListPage } from '../../../electron/core/applications/contract.ts'
import type { Queue } from '../../../electron/core/views/contract.ts'
import type { Desk } from './desk.ts'
import { administratorOf, ask, goTo, importSample, signIn } from './people.ts'

const filled = new Set<string>()

/** The register of a desk with the files of one list, signed in. */
export async function openRegister(page: Page, desk: Desk): Promise<void> {
  const token = await administratorOf(desk)
  if (!filled.has(desk.folder)) await importSample(desk, '01-portal.xlsx', token)
  filled.add(desk.folder)
  await signIn(page, desk)
  await goTo(page, '/ho-so')
  await rowsCame(page)
}

export const grid = (page: Page) => page.getByRole('grid', { name: 'Danh sách hồ sơ' })

/** The rows on screen are of the filter in the address; they may be asked again already. */
export const rowsCame = (page: Page) => expect(grid(page)).toHaveAttribute('aria-busy', 'false')

export const queue = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'Hàng đợi công việc' })
    .getByRole('link', { name: new RegExp(`^${name}`) })

export async function listOf(desk: Desk, filter: ListFilter): Promise<ListPage> {
  return ask<ListPage>(desk, 'applications.list', filter, await administratorOf(desk))
}

export async function queuesOf(desk: Desk): Promise<Readonly<Record<string, number | null>>> {
  const { queues } = await ask<{ queues: Queue[] }>(desk, 'views.all', {}, await administratorOf(desk))
  return Object.fromEntries(queues.map(({ name, count }) => [name, count]))
}

export async function noFault(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // what hangs over the page is drawn beside its regions, and a dialog has a head of its own
    .disableRules(['region', 'landmark-no-duplicate-banner', 'landmark-unique'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([])
}
