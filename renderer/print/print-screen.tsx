import { Button } from '@mantine/core'
import { useEffect } from 'react'
import type { Period } from '../../electron/core/periods/period.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { Banner } from '../ui/banner.tsx'
import { Icon } from '../ui/icon.tsx'
import { ReportPages } from './report-pages.tsx'
import './print-screen.css'

type PrintProps = { readonly name: string; readonly period: Period | null }

/** The whole document on white, without the window around it: what is printed or becomes a PDF. */
export function PrintScreen({ name, period }: PrintProps) {
  if (period === null) {
    return <Banner tone="bad">Chưa chọn kỳ báo cáo. Đóng trang này và in lại từ màn hình Báo cáo.</Banner>
  }
  return <Sheets name={name} period={period} />
}

function Sheets({ name, period }: { readonly name: string; readonly period: Period }) {
  const ask = useAsk('reports.preview', { name, period: { kind: period.kind, id: period.id } })
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
