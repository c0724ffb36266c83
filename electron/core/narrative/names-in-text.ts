/** Numbers of documents and paragraphs of the law: names, not figures. */
const namesBefore =
  /(?<!\p{L})(?<!(?:dứt|thời|địa|đặc|trọng|quan|tài|danh|chuyên|hạng)\s)(?:điều|khoản|điểm|mục|chương|phụ lục|mẫu số|mẫu|số hiệu)\s*$/iu
/** "tử số 92, mẫu số 1.327" are the two numbers of a ratio. */
const fraction = /tử số[^.;]*mẫu số\s*$/iu
/** "tháng 9" names a stretch of time; "trong tháng 250 hồ sơ" and "mỗi ngày 25 hồ sơ" do not. */
const timeBefore = /(ngày|tháng|năm|tuần|quý)\s*$/iu
const each = /(?:mỗi|từng|một|hằng|hàng|bình quân)\s+(?:ngày|tháng|năm|tuần|quý)\s*$/iu
const largest: Readonly<Record<string, number>> = { ngày: 31, tháng: 12, tuần: 53, quý: 4 }

/** Does the number between two places name something (a day, a document, a class) instead of counting? */
export function isName(text: string, at: number, end: number): boolean {
  if (text[at - 1] === '(' && text[end] === ')' && end - at <= 2) return true
  const said = text.slice(at, end)
  const digits = said.replace(/\s*%$/, '')
  const [from, to] = wholeWord(text, at, at + digits.length)
  const word = text.slice(from, to).replace(/^[/-]+|[/-]+$/g, '')
  if (/[/-]/.test(word)) return !isPairOfCounts(text, from, to, word)
  // "B2", "2a", "15h30"; but "250hồ sơ" only lacks its space
  if (/\p{L}/u.test(word) && !new RegExp(`^${digits.replaceAll('.', '\\.')}\\p{Ll}{2,}$`, 'u').test(word))
    return true
  if (isOrdinal(text, at, end)) return true
  const before = text.slice(Math.max(0, at - 60), at)
  if (fraction.test(before)) return false
  return (/^\d{1,3}$/.test(said) && namesBefore.test(before)) || isTime(before, said)
}

/** "2. Đôn đốc …": the place of a paragraph in its list. */
function isOrdinal(text: string, at: number, end: number): boolean {
  const begins = at === 0 || text[at - 1] === '\n'
  return (
    begins && /^\d{1,2}(?:\.\d{1,2})*$/.test(text.slice(at, end)) && /^[.)]\s/.test(text.slice(end, end + 2))
  )
}

/** A stretch of time by its number: "tháng 9", "năm 2023". */
export function isTime(before: string, said: string): boolean {
  const stretch = timeBefore.exec(before)?.[1]?.toLowerCase()
  if (stretch === undefined || each.test(before)) return false
  if (stretch === 'năm') return isYear(said)
  return /^\d\d?$/.test(said) && Number(said) <= (largest[stretch] ?? 0)
}

const isYear = (said: string): boolean => /^(?:19|20)\d\d$/.test(said)

/** From where to where letters, digits, "/" and "-" stand without a space: 18/09/2023, 05/BC-SGTVT, G22.99-…, 12/15. */
function wholeWord(text: string, at: number, end: number): readonly [number, number] {
  const inside = /[\p{L}\d/-]/u
  // a point or comma between digits belongs to the word, one at its end does not
  const joins = (place: number) =>
    inside.test(text[place] ?? '') ||
    (/[.,]/.test(text[place] ?? '') && /\d/.test(text[place - 1] ?? '') && /\d/.test(text[place + 1] ?? ''))
  let [from, to] = [at, end]
  while (joins(from - 1)) from -= 1
  while (joins(to)) to += 1
  return [from, to]
}

const pair = /^(\d[\d.]*(?:,\d+)?)[/-](\d[\d.]*(?:,\d+)?)$/
const counted = /^\s*%|^\s+(?:số\s+)?(?:hồ sơ|giấy phép|kết quả|trường hợp|lượt|người|đơn vị|tổ|huyện|xã)/iu
const namedPair = /(?:ngày|tháng|năm|tuần|quý|(?<!tổng )(?<!tổng cộng )số)\s*$/iu

/** "12/15 hồ sơ" and "10-15 hồ sơ" count; days, months with their year, documents and telephones do not. */
function isPairOfCounts(text: string, from: number, to: number, word: string): boolean {
  const [, first, second] = pair.exec(word) ?? []
  if (first === undefined || second === undefined) return false
  if (namedPair.test(text.slice(Math.max(0, from - 20), from))) return false
  if (isYear(second) || /^0\d\d/.test(first)) return false
  const mayBeDay = Number(first) <= 31 && Number(second) >= 1 && Number(second) <= 12
  return !mayBeDay || counted.test(text.slice(to))
}
