import { cellText } from '../../electron/core/reports/number-text.ts'
import type { Cell, PrintSetup, Row, Table } from '../../electron/core/reports/report.ts'
import type { FigureRef } from '../../electron/core/statistics/model.ts'
import { figureOf } from './figure-of.ts'
import { placeCells, placeHeadings, textScale } from './table-layout.ts'

/** With more columns every point of width is needed for the words of the headings. */
const wideTable = 16
/** A table of so many rows is never cut by the end of a page. */
const shortTable = 12

/** What is done with a figure whose files can be listed; `shown` is the cell's own text. */
export type OnFigure = (figure: FigureRef, shown: string) => void

type TableProps = {
  readonly table: Table
  readonly grid: readonly number[]
  readonly print: PrintSetup
  readonly onFigure: OnFigure | undefined
}

/** One table of a report on the sheet's grid: the same cells as in the workbook, worded by `cellText`. */
export function ReportTable({ table, grid, print, onFigure }: TableProps) {
  const whole = grid.reduce((sum, width) => sum + width, 0)
  const headings = placeHeadings(table.headings, table.columns)
  return (
    <div className="report-block" data-short={table.rows.length <= shortTable}>
      {table.unit === undefined ? null : <div className="report-unit">{table.unit}</div>}
      <table
        className="report-table"
        data-table={table.id}
        data-dense={table.columns.length > wideTable}
        style={{ ['--scale' as string]: textScale(grid, print) }} // a CSS variable is no known property
      >
        <colgroup>
          {grid.map((width, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the grid is fixed and its columns have no names
            <col key={at} style={{ width: `${(100 * width) / whole}%` }} />
          ))}
        </colgroup>
        <thead>
          {headings.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: heading rows have no names and never move
            <tr key={at}>
              {row.map(({ heading, column, gridSpan }) => (
                <th key={column} colSpan={gridSpan} rowSpan={heading.rowSpan ?? 1}>
                  {heading.text}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a finished document never move
            <ReportRow key={at} row={row} table={table} onFigure={onFigure} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = Pick<TableProps, 'table' | 'onFigure'> & { readonly row: Row }

function ReportRow({ row, table, onFigure }: RowProps) {
  return (
    <tr className={`report-row-${row.kind}`}>
      {placeCells(row, table.columns).map(({ cell, column, at, gridSpan }) => (
        <td key={at} colSpan={gridSpan} className={`report-${cell.align ?? column.align}`}>
          <Shown cell={cell} text={cellText(cell, column.format)} onFigure={onFigure} />
        </td>
      ))}
    </tr>
  )
}

type ShownProps = Pick<TableProps, 'onFigure'> & { readonly cell: Cell; readonly text: string }

/** The text of a cell; on screen a figure opens its files. */
function Shown({ cell, text, onFigure }: ShownProps) {
  const figure = onFigure === undefined ? null : figureOf(cell)
  if (figure === null || onFigure === undefined) return text
  return (
    <button type="button" className="report-figure" title="Xem hồ sơ" onClick={() => onFigure(figure, text)}>
      {text}
    </button>
  )
}
