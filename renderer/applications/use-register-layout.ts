import { usePreference } from '../api/preferences.ts'
import { tickWidth } from '../ui/table-column.ts'
import { type Layout, layoutAsJson, readLayout, usualLayout } from './register-layout.ts'

export const rowHeights = [28, 32, 40] as const
export type RowHeight = (typeof rowHeights)[number]

export type RegisterLayout = {
  readonly layout: Layout
  /** Whether these are the user's own columns or the usual ones. */
  readonly own: boolean
  readonly change: (layout: Layout) => void
  readonly reset: () => void
  readonly rowHeight: RowHeight
  readonly setRowHeight: (height: RowHeight) => void
}

/** Columns and row height as this user likes them, kept with the account. */
export function useRegisterLayout(room: number): RegisterLayout {
  const [kept, keep] = usePreference('register-columns')
  const [rows, keepRows] = usePreference('register-rows')
  const own = readLayout(kept)
  return {
    layout: own ?? usualLayout(room - tickWidth),
    own: own !== null,
    change: layout => keep(layoutAsJson(layout)),
    reset: () => keep(null),
    rowHeight: rowHeights.find(height => height === rows) ?? 32,
    setRowHeight: keepRows,
  }
}
