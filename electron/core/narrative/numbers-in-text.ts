import { fold } from '../vietnamese.ts'

/** A number somebody wrote into a sentence. */
export type Written = {
  readonly at: number
  /** As it stands there. */
  readonly text: string
  /** Without the space before "%", so that "7,1%" and "7,1 %" are one. */
  readonly value: string
  /** The folded words around it, nearest first: before, then after. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

const number = /\d+(?:[.\d]*\d)?(?:,\d+)?(?:[\s\u00a0]*%)?/g
/** Numbers of documents and paragraphs of the law: names, not figures. */
const namesBefore = /(?:điều|khoản|điểm|mục|chương|phụ lục|mẫu số|mẫu|số hiệu)\s*$/iu
/** "tháng 9" names a stretch of time; "trong tháng 250 hồ sơ" and "mỗi ngày 25 hồ sơ" do not. */
const timeBefore = /(ngày|tháng|năm|tuần|quý)\s*$/iu
const each = /(?:mỗi|từng|một|hằng|hàng|bình quân)\s+(?:ngày|tháng|năm|tuần|quý)\s*$/iu
const largest: Readonly<Record<string, number>> = { ngày: 31, tháng: 12, tuần: 53, quý: 4 }
const nearWords = 4

/** Two spellings of one number are one value. */
export const numberValue = (text: string): string => text.replace(/[\s\u00a0]+/g, '')

/** The figures of a text, in order; dates, document numbers and articles of the law are left out. */
export function numbersIn(text: string): readonly Written[] {
  const found: Written[] = []
  for (const match of text.matchAll(number)) {
    const at = match.index
    const end = at + match[0].length
    if (isName(text, at, end)) continue
    found.push({
      at,
      text: match[0],
      value: numberValue(match[0]),
      before: wordsOf(text.slice(0, at)).slice(-nearWords).reverse(),
      after: wordsOf(text.slice(end)).slice(0, nearWords),
    })
  }
  return found
}

function isName(text: string, at: number, end: number): boolean {
  const around = `${text[at - 1] ?? ''}${text[end] ?? ''}`
  // 18/09/2023, 05/BC-SGTVT, G22.99-…, B2, (1)
  if (/[/\-\p{L}]/u.test(around)) return true
  if (text[at - 1] === '(' && text[end] === ')' && end - at <= 2) return true
  const before = text.slice(Math.max(0, at - 20), at)
  return namesBefore.test(before) || isTime(before, text.slice(at, end))
}

function isTime(before: string, said: string): boolean {
  const stretch = timeBefore.exec(before)?.[1]?.toLowerCase()
  if (stretch === undefined || each.test(before)) return false
  if (stretch === 'năm') return /^(?:19|20)\d\d$/.test(said)
  return /^\d\d?$/.test(said) && Number(said) <= (largest[stretch] ?? 0)
}

const wordsOf = (text: string): string[] => fold(text).match(/\p{L}+/gu) ?? []

/** How alike two places in a text are, from 0 to 1: the nearest words weigh most. */
export function likeness(a: Written, b: Written): number {
  const side = (x: readonly string[], y: readonly string[]) => {
    let same = 0
    let most = 0
    for (let i = 0; i < nearWords; i += 1) {
      const weight = 1 / (i + 1)
      if (x[i] === undefined && y[i] === undefined) continue
      most += weight
      if (x[i] !== undefined && y.includes(x[i] ?? '')) same += weight
    }
    return { same, most }
  }
  const before = side(a.before, b.before)
  const after = side(a.after, b.after)
  const most = before.most + after.most
  return most === 0 ? 1 : (before.same + after.same) / most
}
