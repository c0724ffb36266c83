import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Period } from '../../electron/core/periods/period.ts'
import type { ReportDocument } from '../../electron/core/reports/report.ts'
import type { ApiError } from '../api/api-error.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { Banner } from '../ui/banner.tsx'
import { Icon } from '../ui/icon.tsx'
import { ReportPages } from './report-pages.tsx'
import './print-screen.css'

type PrintProps = {
  readonly name: string
  readonly period: Period | null
  /** A filing prints its own document: the kept one once it is approved. */
  readonly filing: number | null
}

/** The whole document on white, without the window around it: what is printed or becomes a PDF. */
export function PrintScreen({ name, period, filing }: PrintProps) {
  if (filing !== null) return <FilingSheets id={filing} />
  if (period === null) {
    return <Banner tone="bad">Chưa chọn kỳ báo cáo. Đóng trang này và in lại từ màn hình Báo cáo.</Banner>
  }
  return <Sheets name={name} period={period} />
}

function FilingSheets({ id }: { readonly id: number }) {
  return <Paper ask={useAsk('filings.document', { id })} />
}

function Sheets({ name, period }: { readonly name: string; readonly period: Period }) {
  return <Paper ask={useAsk('reports.preview', { name, period: { kind: period.kind, id: period.id } })} />
}

function Paper({ ask }: { readonly ask: UseQueryResult<ReportDocument, ApiError> }) {
  const title = ask.data?.fileName.replace(/\.xlsx$/, '')
  useEffect(() => {
    // the name the system offers for a PDF
    if (title !== undefined) document.title = title
  }, [title])
  return (
    <div className="print-screen">
      <div className="print-bar">
        <Button variant="subtle" leftSection={<Icon name="left" />} onClick={() => window.history.back()}>
          Về báo cáo
        </Button>
        <span className="g-soft">Nội dung in là nội dung của tệp Excel. Chọn khổ A4, tỷ lệ 100 %.</span>
        <Button
          leftSection={<Icon name="print" />}
          disabled={ask.data === undefined}
          onClick={() => window.print()}
        >
          In báo cáo
        </Button>
      </div>
      <Answered ask={ask} lines={10}>
        {report => <ReportPages document={report} />}
      </Answered>
    </div>
  )
}
