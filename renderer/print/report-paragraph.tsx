import { Fragment, type ReactNode } from 'react'
import { nothingToShow } from '../../electron/core/reports/number-text.ts'
import type { Paragraph, TextNumber } from '../../electron/core/reports/report.ts'
import type { OnFigure } from './report-table.tsx'

type ParagraphProps = { readonly paragraph: Paragraph; readonly onFigure: OnFigure | undefined }

/** Running text; on screen a number that is tied to a figure opens its files, as a cell of a table does. */
export function ReportParagraph({ paragraph, onFigure }: ParagraphProps) {
  const { heading = false, text, numbers = [] } = paragraph
  return (
    <p className={heading ? 'report-heading' : 'report-text'}>
      {onFigure === undefined ? text : pieces(text, numbers, onFigure)}
    </p>
  )
}

function pieces(text: string, numbers: readonly TextNumber[], onFigure: OnFigure): ReactNode {
  let done = 0
  const shown = numbers.flatMap(({ at, length, label, measure }) => {
    const said = text.slice(at, at + length)
    if (measure === undefined || said === nothingToShow) return []
    const before = text.slice(done, at)
    done = at + length
    return [
      <Fragment key={at}>
        {before}
        <button
          type="button"
          className="report-figure"
          title={`Xem hồ sơ: ${label}`}
          onClick={() => onFigure({ measure }, said)}
        >
          {said}
        </button>
      </Fragment>,
    ]
  })
  return [...shown, text.slice(done)]
}
