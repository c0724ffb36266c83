import { type Day, dayOf, isDay } from '../calendar/day.ts'
import { momentIso, serialMoment } from '../excel/serial.ts'
import type { Cell } from '../excel/sheet.ts'
import { errorCell, readText } from './cell-values.ts'
import { type ListField, listFieldLabels } from './list-fields.ts'
import { type ListMoment, nothing, type Reading, refused, warned } from './list-row.ts'

/** Two-digit years are in this century for what happened in the office, and in the past for births. */
type Years = { readonly of: (twoDigits: number) => number; readonly first: number; readonly last: number }

const eventYears: Years = { of: year => 2000 + year, first: 1995, last: 2100 }

function birthYears(today: Day): Years {
  const now = Number(today.slice(0, 4))
  return { of: year => (2000 + year < now ? 2000 + year : 1900 + year), first: 1900, last: now }
}

/** Serials that can be meant as days of a list: 1995 to 2100. */
const firstSerial = 34_700
const lastSerial = 73_415

/** A moment of a list, day before month always; text, ISO, serials and real dates. */
export function readMoment(cell: Cell | undefined, field: ListField, date1904 = false): Reading<ListMoment> {
  if (cell === undefined) return nothing
  if (cell.kind === 'error') return errorCell(field)
  if (cell.kind === 'date') return cell.iso === undefined ? notDay(field) : fromIso(cell.iso, field)
  if (cell.kind === 'number') return fromSerial(Number(cell.raw), field, date1904)
  const reading = readText(cell, field, 60)
  const text = reading.value
  if (text === undefined) return { problems: reading.problems }
  if (/^\d{5}([.,]\d+)?$/.test(text)) return fromSerial(Number(text.replace(',', '.')), field, date1904)
  const parts = parseMoment(text, eventYears)
  if (parts === null) return unreadable(field)
  return parts.moment === null ? notDay(field) : { value: parts.moment, problems: [] }
}

/** `YYYY-MM-DD`, or `YYYY` where the list knows only the year. */
export function readBirthDay(cell: Cell | undefined, today: Day, date1904 = false): Reading<string> {
  const field = 'birthDay'
  if (cell === undefined) return nothing
  if (cell.kind === 'error') return errorCell(field)
  const years = birthYears(today)
  if (cell.kind === 'date') return birth(cell.iso?.slice(0, 10) ?? null, today)
  const reading = readText(cell, field, 60)
  const text = reading.value
  if (text === undefined) return { problems: reading.problems }
  const year = /^(?:00?[/.-]00?[/.-])?(\d{4})$/.exec(text)?.[1]
  if (year !== undefined && Number(year) >= years.first && Number(year) <= years.last)
    return { value: year, problems: [] }
  if (cell.kind === 'number') {
    const moment = serialMoment(Number(cell.raw), date1904)
    if (moment === null || Number(cell.raw) < 400) return unreadable(field)
    const read = birth(momentIso(moment).slice(0, 10), today)
    return read.value === undefined ? read : warned(read.value, field, 'serial-day', serialMessage(field))
  }
  const parts = parseMoment(text, years)
  return parts === null ? unreadable(field) : birth(parts.moment?.day ?? null, today)
}

function birth(day: Day | null, today: Day): Reading<string> {
  if (day === null) return notDay('birthDay')
  if (day > today)
    return refused('birthDay', 'birth-in-future', 'Ngày sinh sau ngày hôm nay. Kiểm tra lại ngày sinh.')
  return { value: day, problems: [] }
}

const isoForm =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i
const wordForm = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/i
const time = String.raw`(\d{1,2}[:hg]\d{2}(?::\d{2}(?:\.\d+)?)?)(?: ?(SA|CH|AM|PM))?`
const day = String.raw`(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})`
const dayFirstForm = new RegExp(`^${day}(?:[ T,-]+${time})?$`, 'i')
const timeFirstForm = new RegExp(`^${time}[ ,-]+(?:ngày )?${day}$`, 'i')

/** `null`: not written as a moment at all; a moment of `null`: written as one, but there is no such day or time. */
function parseMoment(text: string, years: Years): { moment: ListMoment | null } | null {
  const dayFirst = dayFirstForm.exec(text)
  if (dayFirst !== null) {
    const [, date, month, year, clock, half] = dayFirst
    return { moment: zoned(dayFrom(year, month, date, years), clock, undefined, half) }
  }
  const iso = isoForm.exec(text)
  if (iso !== null) return { moment: zoned(dayFrom(iso[1], iso[2], iso[3], years), iso[4], iso[5]) }
  const words = wordForm.exec(text)
  if (words !== null)
    return { moment: zoned(dayFrom(words[3], words[2], words[1], years), undefined, undefined) }
  const timeFirst = timeFirstForm.exec(text)
  if (timeFirst === null) return null
  const [, clock, half, date, month, year] = timeFirst
  return { moment: zoned(dayFrom(year, month, date, years), clock, undefined, half) }
}

function dayFrom(year = '', month = '', date = '', years: Years): Day | null {
  const full = year.length === 2 ? years.of(Number(year)) : Number(year)
  const day = `${String(full).padStart(4, '0')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) && full >= years.first && full <= years.last ? day : null
}

function zoned(
  day: Day | null,
  time: string | undefined,
  zone: string | undefined,
  half?: string,
): ListMoment | null {
  if (day === null) return null
  if (time === undefined) return { day, time: null }
  const [hours = 0, minutes = 0, seconds = 0] = time.split(/[:hg]/i).map(Number)
  const noon = half === undefined ? hours : (hours % 12) + (/^(ch|pm)$/i.test(half) ? 12 : 0)
  if (noon > 23 || minutes > 59 || seconds >= 60 || hours > 23) return null
  const clock = `${two(noon)}:${two(minutes)}`
  if (zone === undefined) return { day, time: clock }
  const offset = /^z$/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')
  const instant = `${day}T${clock}:00${offset}`
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) return null
  return { day: dayOf(instant), time: new Date(ms + vietnamOffsetMs).toISOString().slice(11, 16) }
}

const vietnamOffsetMs = 7 * 3_600_000
const two = (n: number): string => String(n).padStart(2, '0')

function fromIso(iso: string, field: ListField): Reading<ListMoment> {
  const day = iso.slice(0, 10)
  const year = Number(day.slice(0, 4))
  if (!isDay(day) || year < eventYears.first || year > eventYears.last) return notDay(field)
  return { value: { day, time: iso.length > 10 ? iso.slice(11, 16) : null }, problems: [] }
}

function fromSerial(value: number, field: ListField, date1904: boolean): Reading<ListMoment> {
  const moment = value >= firstSerial - 1462 && value <= lastSerial ? serialMoment(value, date1904) : null
  if (moment === null) return unreadable(field)
  const read = fromIso(momentIso(moment), field)
  return read.value === undefined ? read : warned(read.value, field, 'serial-day', serialMessage(field))
}

const serialMessage = (field: ListField): string =>
  `Ô “${listFieldLabels[field]}” là số thứ tự ngày của bảng tính, ứng dụng đã đổi ra ngày. Kiểm tra lại ngày.`

function unreadable(field: ListField): Reading<never> {
  const message = `Không đọc được ngày ở ô “${listFieldLabels[field]}”. Ghi ngày dạng ngày/tháng/năm, ví dụ 25/09/2023.`
  return refused(field, 'not-a-date', message)
}

function notDay(field: ListField): Reading<never> {
  const message = `Ngày ở ô “${listFieldLabels[field]}” không có trong lịch. Kiểm tra lại ngày, tháng, năm.`
  return refused(field, 'no-such-day', message)
}
