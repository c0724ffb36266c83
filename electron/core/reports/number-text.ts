import { type Day, showDay } from '../calendar/day.ts'
import type { Cell, CellFormat, Ratio } from './report.ts'

/** A dash, never 0 and never 100 %, where there is nothing to say. */
export const nothingToShow = '–'

const noBreakSpace = '\u00a0'

/** 1234567 → "1.234.567". Formatted by hand: `Intl` differs between versions. */
export function showInteger(value: number): string {
  const digits = Math.abs(value).toFixed(0)
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, '.')
  return value < 0 ? `-${grouped}` : grouped
}

/** 1234.5 → "1.234,50": of a number that has two decimals already. */
export function showDecimal(value: number): string {
  const hundredths = Math.round(Math.abs(value) * 100)
  const text = `${showInteger(Math.floor(hundredths / 100))},${String(hundredths % 100).padStart(2, '0')}`
  return value < 0 && hundredths > 0 ? `-${text}` : text
}

/** 19 of 268 → "7,1 %": one rounding, of the exact counts, half away from zero; the space does not break. */
export function showPercent(ratio: Ratio | null): string {
  if (ratio === null || ratio.denominator === 0) return nothingToShow
  const { numerator, denominator } = ratio
  const tenths = Math.floor(
    (2000 * Math.abs(numerator) + Math.abs(denominator)) / (2 * Math.abs(denominator)),
  )
  const sign = tenths > 0 && numerator < 0 !== denominator < 0 ? '-' : ''
  return `${sign}${showInteger(Math.floor(tenths / 10))},${tenths % 10}${noBreakSpace}%`
}

/** What a reader sees in a cell, on screen and in print alike; `format` is the column's. */
export function cellText(cell: Cell, format: CellFormat): string {
  const { value } = cell
  if (value === null) return cell.none ?? nothingToShow
  if (typeof value === 'object') return showPercent(value)
  const shown = cell.format ?? format
  if (typeof value === 'number') return numberText(value, shown)
  return shown === 'day' ? showDay(value) : value
}

function numberText(value: number, format: CellFormat): string {
  if (format === 'decimal') return showDecimal(value)
  return format === 'difference' && value > 0 ? `+${showInteger(value)}` : showInteger(value)
}

/** "ngày 05 tháng 01 năm 2023", "ngày 24 tháng 9 năm 2023": NĐ 30 puts a 0 before months 1 and 2 only. */
export function dayInWords(day: Day): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `ngày ${date} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}

/** "Cà Mau, ngày 05 tháng 01 năm 2023". */
export function placeAndDate(place: string, day: Day): string {
  return `${place}, ${dayInWords(day)}`
}

/** "Số: 05/BC-SGTVT"; with room for a number written by hand where there is none yet. */
export function documentNumber(number: string | null, symbol: string): string {
  return `Số: ${bareNumber(number)}/${symbol}`
}

/** "05", "128", or room to write: a number below 10 gets its 0. */
export function bareNumber(number: string | null): string {
  const given = number?.trim() ?? ''
  if (given === '') return noBreakSpace.repeat(8)
  return /^\d$/.test(given) ? `0${given}` : given
}
