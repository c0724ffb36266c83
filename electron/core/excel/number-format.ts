import type { Moment } from './serial.ts'

/** What a cell's number format makes of a number: a date, or digits in a certain dress. */
export type NumberFormat =
  | { readonly kind: 'date'; show(moment: Moment): string }
  | { readonly kind: 'number'; show(value: number): string }

type Placeholders = {
  readonly marks: readonly string[]
  readonly grouped: boolean
  readonly decimals: number
  readonly percent: boolean
}

/** Common formats are applied; for the rest the plain number is shown. Decimals and groups as in Việt Nam. */
export function compileFormat(code: string): NumberFormat {
  const section = code.split(';')[0] ?? ''
  const bare = section.replace(/"[^"]*"|\\.|_./g, '').replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
  if (/^general$|^@$|^$/i.test(bare.trim())) return { kind: 'number', show: showGeneral }
  if (/[dmyhs]/i.test(bare)) {
    const parts = dateTokens(section).map(datePart)
    return { kind: 'date', show: moment => parts.reduce((shown, part) => shown + part(moment), '') }
  }
  if (/e[+-]/i.test(bare)) return { kind: 'number', show: scientific(/\.(0*)/.exec(bare)?.[1]?.length ?? 0) }
  const placeholders = readPlaceholders(section)
  if (placeholders === null) return { kind: 'number', show: showGeneral }
  return { kind: 'number', show: value => showDigits(value, placeholders) }
}

/** Excel's General: up to 11 digits, then powers of ten. */
export function showGeneral(value: number): string {
  if (value === 0) return '0'
  const size = Math.abs(value)
  if (size >= 1e11 || size < 1e-9) return scientific(5, true)(value)
  return (Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(10)))).replace('.', ',')
}

function scientific(decimals: number, trim = false): (value: number) => string {
  return value => {
    const [mantissa = '', power = '0'] = value.toExponential(decimals).split('e')
    const shown = trim && mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa
    const sign = power.startsWith('-') ? '-' : '+'
    return `${shown}E${sign}${power.replace(/^[+-]/, '').padStart(2, '0')}`
  }
}

function readPlaceholders(section: string): Placeholders | null {
  const plain = section
    .replace(/\[[^\]]*\]/g, '')
    .replace(/_./g, '')
    .replace(/\*./g, '')
  const percent = plain.includes('%')
  const [whole = '', fraction = ''] = plain.replace('%', '').split(/\.(?=[0#?]*[^0#?]*$)(?<!\\\.)/)
  const marks = whole.match(/"[^"]*"|\\.|./g) ?? []
  if (!marks.some(mark => mark === '0' || mark === '#')) return null
  if (marks.some(mark => /^[/?A-Za-z]$/.test(mark))) return null
  const grouped = /[0#],[0#]/.test(whole)
  return {
    marks: marks
      .filter(mark => mark !== ',')
      .map(mark => (mark.length > 1 ? mark.replace(/^\\|"/g, '') : mark)),
    grouped,
    decimals: (fraction.match(/[0#]/g) ?? []).length,
    percent,
  }
}

/** Digits fill the placeholders from the right; what is left over goes before the first of them. */
function showDigits(value: number, format: Placeholders): string {
  const amount = Math.abs(format.percent ? value * 100 : value)
  const [whole = '0', fraction = ''] = amount.toFixed(format.decimals).split('.')
  let digits = whole === '0' ? '' : whole
  let shown = ''
  let placed = 0
  const first = format.marks.findIndex(mark => mark === '0' || mark === '#')
  const place = (digit: string): void => {
    if (format.grouped && placed > 0 && placed % 3 === 0) shown = `.${shown}`
    shown = digit + shown
    placed++
  }
  for (let i = format.marks.length - 1; i >= 0; i--) {
    const mark = format.marks[i] ?? ''
    if (mark !== '0' && mark !== '#') {
      if (digits !== '' || i < first || placed === 0 || format.marks.slice(0, i).includes('0'))
        shown = mark + shown
      continue
    }
    if (digits !== '' || mark === '0') place(digits.slice(-1) || '0')
    digits = digits.slice(0, -1)
    if (i === first)
      while (digits !== '') {
        place(digits.slice(-1))
        digits = digits.slice(0, -1)
      }
  }
  return `${value < 0 ? '-' : ''}${shown}${fraction === '' ? '' : `,${fraction}`}${format.percent ? '%' : ''}`
}

function dateTokens(section: string): string[] {
  const bare = section.replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '').replace(/_./g, ' ')
  const tokens = bare.match(/AM\/PM|A\/P|\[[hms]+\]|y+|m+|d+|h+|s+(?:\.0+)?|"[^"]*"|\\.|./gi) ?? []
  const isTime = (token: string | undefined): boolean => token !== undefined && /^\[?[hs]/i.test(token)
  const isPart = (token: string): boolean => /^\[?[ymdhs]/i.test(token)
  const parts = tokens.filter(isPart)
  let at = -1
  return tokens.map(token => {
    if (!isPart(token)) return token
    at++
    // m after hours or before seconds is minutes: marked n
    const minutes =
      /^\[?m{1,2}\]?$/i.test(token) &&
      (/^\[?h/i.test(parts[at - 1] ?? '') || (isTime(parts[at + 1]) && /^s/i.test(parts[at + 1] ?? '')))
    return minutes ? token.replace(/m/gi, 'n') : token
  })
}

function datePart(token: string): (moment: Moment) => string {
  const key = token.toLowerCase()
  const width = key.replace(/[[\]]/g, '').length
  const padded = (value: number): string => (width >= 2 && value < 10 ? `0${value}` : String(value))
  if (/^y+$/.test(key))
    return width <= 2 ? moment => String(moment.year).slice(-2) : moment => String(moment.year)
  if (/^m+$/.test(key)) return width <= 2 ? moment => padded(moment.month) : moment => `Thg ${moment.month}`
  if (/^d+$/.test(key)) return width <= 2 ? moment => padded(moment.day) : () => ''
  if (/^\[?h/.test(key)) return moment => padded(moment.hour)
  if (/^\[?n/.test(key)) return moment => padded(moment.minute)
  if (/^\[?s/.test(key)) return moment => padded(moment.second)
  if (key === 'am/pm' || key === 'a/p') return moment => (moment.hour < 12 ? 'SA' : 'CH')
  const literal = token.replace(/^\\/, '').replaceAll('"', '')
  return () => literal
}
