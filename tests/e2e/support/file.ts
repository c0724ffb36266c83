import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { Application, Saved } from '../../../electron/core/applications/contract.ts'
import { nowInVietnam } from '../../../electron/core/calendar/day.ts'
import { someFacts } from '../../support/facts.ts'
import type { Desk } from './desk.ts'
import { administratorOf, ask, goTo } from './people.ts'

const today = nowInVietnam(Date.now()).slice(0, 10)
let running = 0

/** A received file, logged beside the screens. */
export async function aFile(desk: Desk, about: Parameters<typeof someFacts>[0] = {}): Promise<Application> {
  running += 1
  const token = await administratorOf(desk)
  const facts = someFacts({ dossierCode: `HS-THU-${Date.now()}-${running}`, ...about })
  const input = { facts, registered: { day: today }, receivedToo: true }
  const { id } = await ask<Saved>(desk, 'applications.create', input, token)
  return ask<Application>(desk, 'applications.get', { id }, token)
}

export async function openFile(page: Page, file: Application): Promise<void> {
  await goTo(page, `/ho-so/${file.id}`)
  await expect(page.getByRole('article', { name: file.dossierCode })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Lịch sử hồ sơ' })).toBeVisible()
}

export async function nothingSerious(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  expect(serious, screen).toEqual([])
}
