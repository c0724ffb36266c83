import type { ReadDb } from '../../../db/database.ts'
import { type Day, showDay } from '../calendar/day.ts'
import { calendarOf } from '../calendar/store.ts'
import { isConfirmed } from '../calendar/working-days.ts'
import type { QueryContext } from '../context.ts'
import { type Period, periodTitle } from '../periods/period.ts'
import { settingInForce } from '../settings/store.ts'
import type { Unit } from '../statistics/model.ts'
import { unitOn } from '../statistics/operations.ts'
import { appendixTitle, headOf, type Office, periodLine } from './administrative-layout.ts'
import { officeOf } from './office.ts'
import { a4Landscape, type Block, type ReportDocument, type Sheet, type SheetTitle } from './report.ts'

/** What every report has around its figures: the office, the period, and what a reader has to be told. */
export type ReportFrame = {
  readonly office: Office
  readonly period: Period
  readonly periodTitle: string
  readonly reportDay: Day
  /** Today where the period still runs, otherwise its last day. */
  readonly asOf: Day
  readonly unit: Unit
  /** Whole sentences printed below the figures. */
  readonly notices: readonly string[]
}

export function reportFrame({ db, today }: QueryContext, period: Period): ReportFrame {
  return {
    office: officeOf(settingInForce(db, 'department', today)),
    period,
    periodTitle: periodTitle(period),
    reportDay: today,
    asOf: period.from <= today && today < period.to ? today : period.to,
    unit: unitOn(db, period.to),
    notices: usualNotices(db, period, today),
  }
}

/** Sample data, a period that still runs, an unconfirmed calendar. */
export function usualNotices(db: ReadDb, period: Period, today: Day): readonly string[] {
  const said: string[] = []
  if (settingInForce(db, 'sample', today).sample) {
    said.push('DỮ LIỆU MẪU: số liệu do ứng dụng tạo để dùng thử, không phải số liệu của cơ quan.')
  }
  if (today <= period.to) {
    said.push(`Kỳ báo cáo chưa kết thúc: số liệu tính đến ngày ${showDay(today)}.`)
  }
  if (!isConfirmed(period.from, period.to, calendarOf(db))) {
    said.push(
      'Lịch nghỉ lễ, tết của năm trong kỳ báo cáo chưa được xác nhận: ngày hẹn trả và tình trạng quá hạn là tạm tính.',
    )
  }
  return said
}

type About = {
  readonly report: string
  readonly file: string
  readonly kind: string
  readonly subject: string
}

/** An administrative report around its sheets, of which the first bears head and title. */
export function framed(frame: ReportFrame, about: About, sheets: readonly Sheet[]): ReportDocument {
  const { office, period, reportDay } = frame
  return {
    report: about.report,
    fileName: `${about.file}-${period.id.replace(/[^\w-]+/g, '-')}.xlsx`,
    period,
    reportDay,
    print: a4Landscape,
    head: headOf(office, null, reportDay),
    title: { kind: about.kind, subject: about.subject, period: periodLine(period, frame.periodTitle) },
    sheets,
  }
}

/** "Phụ lục I" of such a report. */
export function appendixOf(frame: ReportFrame, label: string, text: string): SheetTitle {
  const { office, reportDay } = frame
  return appendixTitle(label, text, periodLine(frame.period, frame.periodTitle), {
    office,
    number: null,
    reportDay,
  })
}

export const noticeBlocks = ({ notices }: ReportFrame): Block[] =>
  notices.map(text => ({ kind: 'note', text }))

export const heading = (text: string): Block => ({ kind: 'paragraph', text, heading: true })
