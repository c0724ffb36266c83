import type { ReactNode } from 'react'

type PlainTableProps = {
  readonly label: string
  readonly headings: readonly {
    readonly text: string
    /** A quiet line below the heading. */
    readonly note?: string
    readonly align?: 'left' | 'center' | 'right'
    /** Days, codes, states: never broken over two lines. */
    readonly fit?: boolean
  }[]
  readonly rows: readonly {
    readonly key: string | number
    readonly cells: readonly ReactNode[]
    readonly tone?: 'off' | 'total' | 'muted'
  }[]
  /** Scrolls in itself beyond this height. */
  readonly maxHeight?: number
}

/** A short table as HTML: settings, the figures behind a chart. Long lists are `DataTable`. */
export function PlainTable({ label, headings, rows, maxHeight }: PlainTableProps) {
  return (
    // a region that scrolls must be reachable by keyboard
    <div className="g-plain" style={{ maxHeight }} {...(maxHeight === undefined ? {} : { tabIndex: 0 })}>
      <table aria-label={label}>
        <thead>
          <tr>
            {headings.map(heading => (
              <th key={heading.text} scope="col" data-align={heading.align ?? 'left'}>
                {heading.text}
                {heading.note === undefined ? null : <span className="g-heading-note">{heading.note}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.key} data-tone={row.tone}>
              {row.cells.map((cell, at) => (
                <td
                  key={headings[at]?.text ?? at}
                  data-align={headings[at]?.align ?? 'left'}
                  data-fit={headings[at]?.fit}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
