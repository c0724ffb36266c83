import type { ReadDb } from '../../../db/database.ts'
import { dayOf, showDay } from '../calendar/day.ts'
import { periodTitle } from '../periods/period.ts'
import { reports } from '../reports/kinds.ts'
import type { FilingRow } from './contract.ts'
import { lastStep, periodOfFiling, type StoredFiling } from './store.ts'

/** A report that a later version no longer has keeps its name. */
export const titleOf = (report: string): string =>
  reports.find(({ name }) => name === report)?.title ?? report

/** "Báo cáo kết quả …" kỳ Tháng 9 năm 2023: how messages and the trail name a filing. */
export function nameOfFiling(filing: StoredFiling): string {
  const mark = filing.adjustment === 0 ? '' : ` (điều chỉnh lần ${filing.adjustment})`
  return `"${titleOf(filing.report)}"${mark}, ${inSentence(periodTitle(periodOfFiling(filing)))}`
}

/** "Tháng 9 năm 2023" within a sentence. */
export const inSentence = (title: string): string => title.charAt(0).toLowerCase() + title.slice(1)

/** "08:00 ngày 05/10/2023" */
export const showMoment = (at: string): string => `${at.slice(11, 16)} ngày ${showDay(dayOf(at))}`

/** As lists show it. */
export function rowOf(db: ReadDb, filing: StoredFiling): FilingRow {
  const { freezeId: _, adjusts: __, receivers: ___, ...row } = filing
  return {
    ...row,
    reportTitle: titleOf(filing.report),
    periodTitle: periodTitle(periodOfFiling(filing)),
    ...lastStep(db, filing.id),
  }
}
