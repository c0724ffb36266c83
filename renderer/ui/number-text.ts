/** Whole numbers as they are written in Vietnamese: 1.234. */
export function showNumber(value: number): string {
  const sign = value < 0 ? '−' : ''
  return sign + String(Math.abs(Math.trunc(value))).replace(/\B(?=(\d{3})+$)/g, '.')
}

/** A fraction with so many decimals: 1.234,5; rounds half away from zero. */
export function showDecimal(value: number, decimals: number): string {
  const scale = 10 ** decimals
  const scaled = Math.round(Math.abs(value) * scale * (1 + Number.EPSILON))
  const whole = showNumber(Math.floor(scaled / scale))
  const rest = String(scaled % scale).padStart(decimals, '0')
  return `${value < 0 && scaled > 0 ? '−' : ''}${whole}${decimals === 0 ? '' : `,${rest}`}`
}

/** The sign stays with its number at the end of a line. */
export const nbsp = '\u00a0'

/** A percentage with one decimal as a page shows it; "–" where there is nothing to divide by. */
export function showPercent(percent: number | null): string {
  return percent === null ? '–' : `${showDecimal(percent, 1)}${nbsp}%`
}

/** What a person typed as a whole number, with or without dots between thousands; null where it is none. */
export function readNumber(typed: string): number | null {
  const text = typed.replace(/\s/g, '')
  if (!/^\d+$/.test(text) && !/^\d{1,3}(\.\d{3})+$/.test(text)) return null
  const value = Number(text.replaceAll('.', ''))
  return Number.isSafeInteger(value) ? value : null
}

/** The same with decimals behind a comma: 10,5. */
export function readDecimal(typed: string): number | null {
  const [whole, decimals, more] = typed.replace(/\s/g, '').split(',')
  const number = readNumber(whole ?? '')
  if (number === null || more !== undefined) return null
  if (decimals === undefined) return number
  return /^\d{1,6}$/.test(decimals) ? Number(`${number}.${decimals}`) : null
}
