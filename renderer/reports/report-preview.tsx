import type { UseQueryResult } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Period } from '../../electron/core/periods/period.ts'
import type { ReportDocument } from '../../electron/core/reports/report.ts'
import type { ApiError } from '../api/api-error.ts'
import { useAsk } from '../api/use-query.ts'
import { ReportPages } from '../print/report-pages.tsx'
import { Answered } from '../ui/answered.tsx'
import { FigurePanel, type OpenFigure } from './figure-panel.tsx'

type PreviewProps = { readonly name: string; readonly period: Period }

/** The document as it will stand in the workbook: sheet by sheet, every cell in the words of the workbook. */
export function ReportPreview({ name, period }: PreviewProps) {
  const ask = useAsk(
    'reports.preview',
    { name, period: { kind: period.kind, id: period.id } },
    { keep: true },
  )
  return <DocumentView ask={ask} />
}

/** The document of a filing: the kept one from its approval on. */
export function FilingPreview({ id }: { readonly id: number }) {
  return <DocumentView ask={useAsk('filings.document', { id })} />
}

function DocumentView({ ask }: { readonly ask: UseQueryResult<ReportDocument, ApiError> }) {
  const [sheet, setSheet] = useState(0)
  const [figure, setFigure] = useState<OpenFigure | null>(null)
  const close = useCallback(() => setFigure(null), [])
  return (
    <Answered ask={ask} lines={10}>
      {document => {
        const shown = document.sheets[sheet] ?? document.sheets[0]
        return (
          <div className="rep-preview" data-stale={ask.isPlaceholderData}>
            <div className="rep-tabs" role="tablist" aria-label="Trang tính của báo cáo">
              {document.sheets.map((one, at) => (
                <button
                  key={one.name}
                  type="button"
                  role="tab"
                  aria-selected={one === shown}
                  className="rep-tab"
                  onClick={() => setSheet(at)}
                >
                  {one.name}
                </button>
              ))}
            </div>
            {shown === undefined ? null : (
              <ReportPages
                document={document}
                only={shown.name}
                onFigure={(chosen, text) => setFigure({ figure: chosen, text })}
              />
            )}
            {figure === null ? null : (
              <FigurePanel key={JSON.stringify(figure.figure)} {...figure} onClose={close} />
            )}
          </div>
        )
      }}
    </Answered>
  )
}
