import { useEffect, useRef } from 'react'
import type { FormSheet } from '../../electron/core/ministry-forms/contract.ts'
import { cellAfter } from './grid-keys.ts'

type GridProps = {
  readonly sheet: FormSheet
  readonly chosen: string
  /** Cells with a source, and what it is. */
  readonly filled: ReadonlyMap<string, string>
  readonly onChoose: (cell: string) => void
  /** Enter on a cell, or a double click: on to its source. */
  readonly onOpen: () => void
}

/** The cells of one sheet as they were sent; the arrows go from cell to cell. */
export function FormGrid({ sheet, chosen, filled, onChoose, onOpen }: GridProps) {
  const here = useRef<HTMLTableCellElement>(null)
  const moved = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the chosen cell
  useEffect(() => {
    if (moved.current) here.current?.focus()
    moved.current = false
  }, [chosen])
  return (
    <div className="min-grid">
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are chosen is a grid */}
      <table role="grid" aria-label={`Trang tính ${sheet.name}`}>
        <thead>
          <tr>
            <th aria-label="Dòng" />
            {sheet.columns.map(letters => (
              <th key={letters} scope="col">
                {letters}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ number, cells }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              {cells.map(({ cell, text, colSpan, rowSpan, formula }) => (
                <td
                  key={cell}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of that grid
                  role="gridcell"
                  ref={cell === chosen ? here : null}
                  colSpan={colSpan}
                  rowSpan={rowSpan}
                  tabIndex={cell === chosen ? 0 : -1}
                  aria-selected={cell === chosen}
                  aria-label={wordsOf(cell, text, filled.get(cell), formula)}
                  data-filled={filled.has(cell)}
                  data-formula={formula}
                  title={filled.get(cell)}
                  onClick={() => onChoose(cell)}
                  onDoubleClick={onOpen}
                  onFocus={() => {
                    if (cell !== chosen) onChoose(cell)
                  }}
                  onKeyDown={event => {
                    const next = cellAfter(sheet, cell, event.key)
                    if (next === null && event.key !== 'Enter') return
                    event.preventDefault()
                    if (next === null) onOpen()
                    else if (next !== cell) {
                      moved.current = true
                      onChoose(next)
                    }
                  }}
                >
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function wordsOf(cell: string, text: string, source: string | undefined, formula: boolean): string {
  const parts = [cell, text === '' ? 'trống' : text]
  if (formula) parts.push('công thức')
  if (source !== undefined) parts.push(`nguồn: ${source}`)
  return parts.join(', ')
}
