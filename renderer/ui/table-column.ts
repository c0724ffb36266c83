import type { ReactNode } from 'react'

export type TableColumn<R> = {
  readonly key: string
  readonly heading: string
  /** Pixels, or a share of what is left: '2fr', 'minmax(160px, 2fr)'. */
  readonly width: number | string
  /** Numbers stand right, days and short codes centred or left; digits are of equal width everywhere. */
  readonly align?: 'left' | 'center' | 'right'
  readonly render: (row: R) => ReactNode
  /** Stays at the left edge when the list moves sideways; frozen columns come first and are of fixed width. */
  readonly frozen?: boolean
  /** Its heading sorts the list. */
  readonly sorted?: 'ascending' | 'descending' | 'none'
}

/** What the headings of a list are good for, beside naming their columns. */
export type HeadingWork = {
  /** A heading was clicked, or chosen by Enter. */
  readonly onSort?: (key: string) => void
  /** A column was drawn wider or narrower, or by Shift+←→. */
  readonly onWiden?: (key: string, width: number) => void
  /** A column goes one place on or back: Alt+←→. */
  readonly onShift?: (key: string, by: 1 | -1) => void
}

/** Rows ticked for what is done to many at once. */
export type RowTicks<R> = {
  readonly has: (row: R) => boolean
  readonly all: 'none' | 'some' | 'all'
  /** Rows to be ticked, and rows whose tick goes, in one step. */
  readonly onTick: (on: readonly R[], off: readonly R[]) => void
  /** Everything the list holds, also what is not loaded; false: nothing. */
  readonly onTickAll: (on: boolean) => void
  /** "Chọn hồ sơ H39.16-…", for screen readers. */
  readonly name: (row: R) => string
}

/** Width of the column of ticks. */
export const tickWidth = 38

/** The left edge of each frozen column; undefined for those that move. */
export function frozenEdges<R>(
  columns: readonly TableColumn<R>[],
  start: number,
): readonly (number | undefined)[] {
  let left = start
  return columns.map(({ frozen = false, width }) => {
    if (!frozen || typeof width !== 'number') return undefined
    const edge = left
    left += width
    return edge
  })
}

/** The columns as a CSS grid draws them. */
export function templateOf<R>(columns: readonly TableColumn<R>[], ticked: boolean): string {
  const widths = columns.map(({ width }) => (typeof width === 'number' ? `${width}px` : width))
  return [...(ticked ? [`${tickWidth}px`] : []), ...widths].join(' ')
}
