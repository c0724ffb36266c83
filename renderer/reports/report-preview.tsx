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
export function FilingPreview({ id, kept }: { readonly id: number; readonly kept: boolean }) {
  return <DocumentView ask={useAsk('filings.document', { id })} kept={kept} />
}

type ViewProps = {
  readonly ask: UseQueryResult<ReportDocument, ApiError>
  /** Its figures are those of an approval, which the register may have left behind. */
  readonly kept?: boolean
}

function DocumentView({ ask, kept = false }: ViewProps) {
  // a sheet belongs to its report, and a figure to its period too: neither is carried over to another one
  const [sheet, setSheet] = useState({ of: '', at: 0 })
  const [figure, setFigure] = useState<(OpenFigure & { readonly of: string }) | null>(null)
  const close = useCallback(() => setFigure(null), [])
  return (
    <Answered ask={ask} lines={10}>
      {document => {
        const at = sheet.of === document.report ? sheet.at : 0
        const shown = document.sheets[at] ?? document.sheets[0]
        const about = `${document.report} ${document.period.id}`
        return (
          <div className="rep-preview" data-stale={ask.isPlaceholderData}>
            <div className="rep-tabs" role="tablist" aria-label="Trang tính của báo cáo">
              {document.sheets.map((one, place) => (
                <button
                  key={one.name}
                  type="button"
                  role="tab"
                  aria-selected={one === shown}
                  className="rep-tab"
                  onClick={() => setSheet({ of: document.report, at: place })}
                >
                  {one.name}
                </button>
              ))}
            </div>
            {shown === undefined ? null : (
              <ReportPages
                document={document}
                only={shown.name}
                onFigure={(chosen, text) => setFigure({ figure: chosen, text, of: about })}
              />
            )}
            {figure?.of !== about ? null : (
              <FigurePanel
                key={JSON.stringify(figure.figure)}
                figure={figure.figure}
                text={figure.text}
                kept={kept}
                onClose={close}
              />
            )}
          </div>
        )
      }}
    </Answered>
  )
}
