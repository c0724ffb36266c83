/** One bar: where it stands, how high, and the words for its height, said by whoever counted. */
export type Bar = {
  readonly label: string
  readonly value: number
  /** "12", "7,1 %"; drawn above the bar where there is room. */
  readonly text: string
  /** Nobody works on that day: its place is shaded. */
  readonly off?: boolean
}

/** A picture that answers one question. Plain data: screen, print and workbook draw the same. */
export type Chart =
  /** Bars in their own order, with a line to be reached. */
  | {
      readonly type: 'bars'
      readonly bars: readonly Bar[]
      /** Behind the numbers of the axis, e.g. " %". */
      readonly unit?: string
      readonly line?: { readonly value: number; readonly text: string }
    }
  /** How many came how far, from the first step down. */
  | { readonly type: 'funnel'; readonly bars: readonly Bar[] }
  /** The largest first, and above them the share that they make together. */
  | { readonly type: 'pareto'; readonly bars: readonly Bar[] }

/** Words of so many groups stand on many short lines below their bars. */
const manyGroups = 6

/** Width and height in points: as wide as A4 across between its margins, two to a page, or one with many groups. */
export function chartSize({ type, bars }: Chart): { readonly width: number; readonly height: number } {
  return { width: 680, height: type === 'pareto' && bars.length > manyGroups ? 284 : 142 }
}
