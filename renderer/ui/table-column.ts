import type { ReactNode } from 'react'

export type TableColumn<R> = {
  readonly key: string
  readonly heading: string
  /** Pixels, or a share of what is left: '2fr', 'minmax(160px, 2fr)'. */
  readonly width: number | string
  /** Numbers stand right, days and short codes centred or left; digits are of equal width everywhere. */
  readonly align?: 'left' | 'center' | 'right'
  readonly render: (row: R) => ReactNode
}
