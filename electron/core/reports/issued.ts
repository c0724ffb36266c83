import type { Day } from '../calendar/day.ts'
import { bareNumber, dayInWords, documentNumber } from './number-text.ts'
import type { ReportDocument } from './report.ts'

/**
 * The document as it leaves the office: with its number and day in the head and above each appendix. Nothing else
 * of it changes, so that what is sent is what was approved. A book, which bears no number, gets none.
 */
export function issued(document: ReportDocument, number: string, day: Day): ReportDocument {
  const { head, reportDay } = document
  const dated = (text: string) => text.replaceAll(dayInWords(reportDay), dayInWords(day))
  const numbered = (text: string) => text.replace(`số ${bareNumber(null)}/`, `số ${bareNumber(number)}/`)
  return {
    ...document,
    reportDay: day,
    head: {
      ...head,
      number: head.number === '' ? '' : documentNumber(number, symbolIn(head.number)),
      placeAndDate: dated(head.placeAndDate),
    },
    sheets: document.sheets.map(sheet =>
      sheet.title === undefined
        ? sheet
        : { ...sheet, title: { ...sheet.title, attachedTo: dated(numbered(sheet.title.attachedTo)) } },
    ),
  }
}

/** "BC-SGTVT" of "Số: 05/BC-SGTVT". */
const symbolIn = (number: string): string => number.slice(number.indexOf('/') + 1)
