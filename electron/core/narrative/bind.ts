import { fold } from '../vietnamese.ts'
import { type Bound, type KeptPart, type Part, type Passage, textOf } from './model.ts'
import { numberValue } from './number-spelling.ts'
import { likeness, numbersIn, type Written } from './numbers-in-text.ts'

/** A number of an edited text that the figures do not say. */
export type Doubt = {
  /** As it stands in the text. */
  readonly said: string
  /** The figure it seems to mean, and what that is now; null where it is tied to none. */
  readonly label: string | null
  readonly is: string | null
}

type Standing = { readonly written: Written; readonly bound: Bound }

/** The numbers of the program's own sentence, with the words around them. */
function standings(parts: readonly Part[]): readonly Standing[] {
  const text = textOf(parts)
  const written = new Map(numbersIn(text).map(each => [each.at, each]))
  const found: Standing[] = []
  let at = 0
  for (const part of parts) {
    const here = typeof part === 'string' ? undefined : written.get(at)
    if (typeof part !== 'string' && here !== undefined) found.push({ written: here, bound: part })
    at += typeof part === 'string' ? part.length : part.text.length
  }
  return found
}

/**
 * Ties the numbers of an edited paragraph to the figures they come from: by their order and the words around them
 * within its own paragraph, else to the one figure of the report that says the same. What fits two figures alike is
 * left untied, because a wrong tie would later print a wrong number.
 */
export function bind(edited: string, passage: Passage, report: readonly Passage[]): readonly KeptPart[] {
  const numbers = numbersIn(edited)
  const known = standings(passage.parts)
  const everywhere = report.flatMap(({ parts }) => standings(parts))
  const inPlace = samePlaces(edited, numbers, passage, known)
  const own = inPlace ?? align(numbers, known)
  const parts: KeptPart[] = []
  let at = 0
  for (const [index, written] of numbers.entries()) {
    const free = inPlace === undefined && !meansAnother(written, known)
    const bound = own[index] ?? (free ? onlyFigure(written, everywhere) : undefined)
    if (bound === undefined) continue
    if (written.at > at) parts.push(edited.slice(at, written.at))
    parts.push({ key: bound.key, text: written.text })
    at = written.at + written.text.length
  }
  if (at < edited.length) parts.push(edited.slice(at))
  return parts
}

/**
 * Where nobody changed a word, each number is what stood in its place, or nothing: two that changed places have the
 * same words around them and are wrong all the same. Undefined where words were changed.
 */
function samePlaces(
  edited: string,
  numbers: readonly Written[],
  passage: Passage,
  known: readonly Standing[],
): readonly (Bound | undefined)[] | undefined {
  const text = textOf(passage.parts)
  const own = numbersIn(text)
  if (wordsAround(edited, numbers) !== wordsAround(text, own)) return undefined
  return own.map((written, index) =>
    numbers[index]?.value === written.value
      ? known.find(each => each.written.at === written.at)?.bound
      : undefined,
  )
}

/** A text with a mark in the place of each number. */
function wordsAround(text: string, numbers: readonly Written[]): string {
  const ends = [0, ...numbers.map(({ at, text: said }) => at + said.length)]
  const starts = [...numbers.map(({ at }) => at), text.length]
  return ends.map((end, index) => text.slice(end, starts[index])).join('#')
}

/** Pairs numbers of equal value in order so that the words around them agree as well as they can. */
function align(numbers: readonly Written[], known: readonly Standing[]): readonly (Bound | undefined)[] {
  const worth = (i: number, j: number): number => {
    const [a, b] = [numbers[i], known[j]]
    if (a === undefined || b === undefined || a.value !== numberValue(b.bound.text)) return 0
    return meansAnother(a, known) || !speaksOf(a, b) ? 0 : 1 + likeness(a, b.written)
  }
  const best = Array.from({ length: numbers.length + 1 }, () => new Array<number>(known.length + 1).fill(0))
  const score = (i: number, j: number) => best[i]?.[j] ?? 0
  for (let i = numbers.length - 1; i >= 0; i -= 1) {
    for (let j = known.length - 1; j >= 0; j -= 1) {
      const pair = worth(i, j)
      const row = best[i]
      if (row === undefined) continue
      row[j] = Math.max(score(i + 1, j), score(i, j + 1), pair > 0 ? pair + score(i + 1, j + 1) : 0)
    }
  }
  const pairs: (Bound | undefined)[] = []
  for (let i = 0, j = 0; i < numbers.length; ) {
    const pair = worth(i, j)
    if (j < known.length && pair > 0 && score(i, j) === pair + score(i + 1, j + 1)) {
      pairs[i] = known[j]?.bound
      i += 1
      j += 1
    } else if (j < known.length && score(i, j) === score(i, j + 1)) j += 1
    else i += 1
  }
  return pairs
}

/** How alike the places must be before a number is held against a figure it contradicts. */
const alikeEnough = 0.5

/** How much better the words must fit another figure before they speak against a number of the right value. */
const clearly = 0.15

/** Do the words around a number mean a figure that says something else? "trực tuyến 5", where 5 came directly. */
function meansAnother(written: Written, known: readonly Standing[]): boolean {
  const same = ({ bound }: Standing) => numberValue(bound.text) === written.value
  const alike = Math.max(0, ...known.filter(same).map(each => likeness(written, each.written)))
  const other = Math.max(0, ...known.filter(each => !same(each)).map(each => likeness(written, each.written)))
  return other >= alikeEnough && other > alike + clearly
}

/** How alike the places must be for a number to speak of a figure of another paragraph. */
const somewhatAlike = 0.2

/**
 * The one figure of the report that says the same, if the words speak of it: "96 buổi hướng dẫn" is not the 96 files
 * that came online, and would become 97 with them.
 */
function onlyFigure(written: Written, everywhere: readonly Standing[]): Bound | undefined {
  const same = everywhere.filter(({ bound }) => numberValue(bound.text) === written.value)
  const [first] = same
  if (first === undefined || same.some(({ bound }) => bound.key !== first.bound.key)) return undefined
  return same.some(each => speaksOf(written, each)) ? first.bound : undefined
}

/** Do the words around a number, or what it counts, have to do with a figure? A share is rarely equal by chance. */
const speaksOf = (written: Written, { written: place, bound }: Standing): boolean =>
  written.value.endsWith('%') ||
  likeness(written, place) >= somewhatAlike ||
  fold(bound.label)
    .split(' ')
    .includes(written.after[0] ?? '')

/** The figures of a report by key. */
export function boundNumbers(report: readonly Passage[]): ReadonlyMap<string, Bound> {
  const known = new Map<string, Bound>()
  for (const { parts } of report) {
    for (const part of parts) if (typeof part !== 'string') known.set(part.key, part)
  }
  return known
}

/**
 * An edited paragraph with its tied numbers as they are now, in the spelling of its writer while they stand still. A
 * figure that is gone leaves its last number as words.
 */
export function refill(kept: readonly KeptPart[], known: ReadonlyMap<string, Bound>): readonly Part[] {
  return kept.map(part => {
    if (typeof part === 'string') return part
    const bound = known.get(part.key)
    if (bound === undefined) return part.text
    return numberValue(bound.text) === numberValue(part.text) ? { ...bound, text: part.text } : bound
  })
}

/** The numbers of an edited paragraph that no figure stands behind, and the figures they seem to contradict. */
export function doubtsIn(parts: readonly Part[], passage: Passage): readonly Doubt[] {
  const tied = new Set(parts.flatMap(part => (typeof part === 'string' ? [] : [part.key])))
  const places = new Set<number>()
  let at = 0
  for (const part of parts) {
    if (typeof part !== 'string') places.add(at)
    at += typeof part === 'string' ? part.length : part.text.length
  }
  // what the program itself writes without counting it ("5 ngày làm việc") needs no figure
  const plain = literals(passage.parts)
  const isPlain = ({ value, after }: Written) =>
    plain.some(each => each.value === value && each.after[0] === after[0])
  const free = standings(passage.parts).filter(({ bound }) => !tied.has(bound.key))
  return numbersIn(textOf(parts))
    .filter(written => !places.has(written.at) && !isPlain(written))
    .map(written => {
      const nearest = free
        .map(each => ({ ...each, alike: likeness(written, each.written) }))
        .sort((a, b) => b.alike - a.alike)[0]
      const meant = nearest !== undefined && nearest.alike >= alikeEnough ? nearest.bound : null
      return { said: written.text, label: meant?.label ?? null, is: meant?.text ?? null }
    })
}

/** The numbers of the program's own sentence that are no figures. */
function literals(parts: readonly Part[]): readonly Written[] {
  const bound = new Set(standings(parts).map(({ written }) => written.at))
  return numbersIn(textOf(parts)).filter(({ at }) => !bound.has(at))
}
