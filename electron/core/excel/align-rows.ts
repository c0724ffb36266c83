/** A row that stands in both, or in one of the two only: numbers are places in the lists that were given. */
export type Aligned = { readonly before: number | null; readonly after: number | null }

/** More than this is compared place by place: the table would not fit the memory. */
const mostCells = 4_000_000

/**
 * Which rows of a sheet are which rows of the sheet it was: equal rows in their order first, and between them rows
 * one by one where there are as many before as after. So a row that was taken out is one row missing, and not every
 * row after it another one.
 */
export function alignRows(before: readonly string[], after: readonly string[]): readonly Aligned[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  const shorter = Math.min(before.length, after.length) - start
  while (end < shorter && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  const same = (from: number, to: number, shift: number): Aligned[] =>
    Array.from({ length: to - from }, (_, at) => ({ before: from + at, after: from + at + shift }))
  const shift = after.length - before.length
  const middle = between(before.slice(start, before.length - end), after.slice(start, after.length - end))
  return [
    ...same(0, start, 0),
    ...middle.map(pair => ({
      before: pair.before === null ? null : pair.before + start,
      after: pair.after === null ? null : pair.after + start,
    })),
    ...same(before.length - end, before.length, shift),
  ]
}

function between(before: readonly string[], after: readonly string[]): Aligned[] {
  const equal = before.length * after.length > mostCells ? [] : commonRows(before, after)
  const aligned: Aligned[] = []
  let [left, right] = [0, 0]
  for (const pair of [...equal, { before: before.length, after: after.length }]) {
    aligned.push(...changed(left, pair.before, right, pair.after))
    if (pair.before < before.length) aligned.push(pair)
    left = pair.before + 1
    right = pair.after + 1
  }
  return aligned
}

/** Rows between two equal ones: the first of them are the same rows changed, what is left over came or went. */
function changed(left: number, leftEnd: number, right: number, rightEnd: number): Aligned[] {
  const [lost, come] = [leftEnd - left, rightEnd - right]
  return Array.from({ length: Math.max(lost, come) }, (_, at) => ({
    before: at < lost ? left + at : null,
    after: at < come ? right + at : null,
  }))
}

/** The longest common subsequence. */
function commonRows(
  before: readonly string[],
  after: readonly string[],
): { readonly before: number; readonly after: number }[] {
  const wide = after.length + 1
  const lengths = new Uint16Array((before.length + 1) * wide)
  const at = (i: number, j: number) => lengths[i * wide + j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      lengths[i * wide + j] =
        before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      pairs.push({ before: i, after: j })
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}
