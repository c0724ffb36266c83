import { expect, type Page } from '@playwright/test'
import type { ReportDocument } from '../../electron/core/reports/report.ts'
import { tableOf, valuesOf } from '../support/report-cells.ts'
import { type Desk, test } from './support/desk.ts'
import { administrator, administratorOf, ask, goTo, signIn } from './support/people.ts'
import { noFault } from './support/register.ts'

/** The sample department, because results went to the post there. */
async function openSample(page: Page, desk: Desk): Promise<string> {
  const { ready } = await ask<{ ready: boolean }>(desk, 'setup.state', {}, null)
  if (!ready) {
    const { jobId } = await ask<{ jobId: string }>(desk, 'setup.demo', { size: 400, administrator }, null)
    await expect
      .poll(async () => (await ask<{ state: string }>(desk, 'jobs.status', { id: jobId }, null)).state)
      .toBe('done')
  }
  await signIn(page, desk)
  return administratorOf(desk)
}

const period = { kind: 'month', id: '2023-12' } as const

async function totalsOf(desk: Desk, token: string, name: string, table: string) {
  const document = await ask<ReportDocument>(desk, 'reports.preview', { name, period }, token)
  return valuesOf(tableOf(document, table).rows.at(-1))
}

for (const { name, table, column, measure } of [
  { name: 'buu-chinh', table: 'post', column: 3, measure: 'Giao bưu chính trong kỳ' },
  { name: 'tien-do', table: 'deadlines-team', column: 4, measure: 'Sắp đến hạn' },
]) {
  test(`"${measure}" of the report ${name} opens the files it counts`, async ({ page, desk }) => {
    const token = await openSample(page, desk)
    const total = (await totalsOf(desk, token, name, table))[column]
    expect(total).toBeGreaterThan(1)
    await goTo(page, `/bao-cao?name=${name}&kind=${period.kind}&id=${period.id}`)
    const line = page.locator(`table[data-table="${table}"]`).getByRole('row', { name: /Tổng cộng/ })
    await line.getByRole('cell').nth(column).getByRole('button').click()
    const panel = page.getByRole('region', { name: 'Hồ sơ của số liệu' })
    await expect(panel).toBeFocused()
    await expect(panel.getByText(`Tổng số: ${total}`, { exact: true })).toBeVisible()
    await expect(panel.getByText(new RegExp(`^${measure}, từ ngày 01/12/2023`))).toBeVisible()
    await expect(panel.getByRole('table', { name: 'Hồ sơ được tính' }).getByRole('row')).toHaveCount(
      1 + Number(total),
    )
    await noFault(page)
    const download = page.waitForEvent('download')
    await panel.getByRole('button', { name: 'Xuất danh sách' }).click()
    expect((await download).suggestedFilename()).toMatch(/^Ho so cua so lieu .*\.xlsx$/)
    await page.keyboard.press('Escape')
    await expect(panel).toBeHidden()
  })
}
