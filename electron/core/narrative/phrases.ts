import { showInteger, showPercent } from '../reports/number-text.ts'
import { type MeasureRef, ratioOf } from '../reports/report.ts'
import type { Bound, Part } from './model.ts'

/** A whole number in a sentence. */
export function integer(key: string, value: number, label: string, measure?: MeasureRef): Bound {
  return { key, text: showInteger(value), label, ...(measure === undefined ? {} : { measure }) }
}

/** A share in per cent, one rounding, "–" where there is nothing to divide by. */
export function percent(key: string, numerator: number, denominator: number, label: string): Bound {
  return { key, text: showPercent(ratioOf(numerator, denominator)), label }
}

/** A mean such as 1,25 files a day: at most two decimals, none where they would be 0. */
export function decimal(key: string, value: number, label: string): Bound {
  const [whole = '0', fraction = ''] = value.toFixed(2).split('.')
  const kept = fraction.replace(/0+$/, '')
  const text = showInteger(Number(whole)) + (kept === '' ? '' : `,${kept}`)
  return { key, text, label }
}

/** A sentence as it is written: texts and numbers in turn. */
export function say(texts: TemplateStringsArray, ...between: readonly (Part | readonly Part[])[]): Part[] {
  const parts: Part[] = []
  texts.forEach((text, at) => {
    if (text !== '') parts.push(text)
    const next = between[at]
    if (next === undefined) return
    if (typeof next === 'object' && 'key' in next) parts.push(next)
    else if (typeof next === 'string') parts.push(next)
    else parts.push(...next)
  })
  return joined(parts)
}

/** "a, b, c" of several clauses. */
export function listed(clauses: readonly (readonly Part[])[], between = ', '): Part[] {
  return joined(clauses.flatMap((clause, at) => (at === 0 ? clause : [between, ...clause])))
}

/** Neighbouring words as one text. */
function joined(parts: readonly Part[]): Part[] {
  const whole: Part[] = []
  for (const part of parts) {
    const last = whole.at(-1)
    if (typeof part === 'string' && typeof last === 'string') whole[whole.length - 1] = last + part
    else whole.push(part)
  }
  return whole.filter(part => part !== '')
}
