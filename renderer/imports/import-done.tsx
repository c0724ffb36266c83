import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import type { ImportReport } from '../../electron/core/imports/contract.ts'
import { Banner } from '../ui/banner.tsx'
import { showNumber } from '../ui/number-text.ts'
import { Section } from '../ui/page.tsx'
import { ErrorFile } from './dry-run.tsx'
import { ImportCounts } from './import-counts.tsx'
import { ProblemList } from './problem-list.tsx'

type DoneProps = { readonly report: ImportReport; readonly jobId: string | null }

/** What went into the register, and what is left to put right. */
export function ImportDone({ report, jobId }: DoneProps) {
  const [, navigate] = useLocation()
  const { counts } = report
  return (
    <>
      <Banner
        tone="good"
        title={`Đã ghi ${showNumber(counts.new + counts.updated)} hồ sơ vào sổ`}
        action={
          <Button variant="default" onClick={() => navigate('/ho-so')}>
            Xem sổ hồ sơ
          </Button>
        }
      >
        {counts.rejected === 0
          ? 'Mọi dòng của danh sách đã được ghi.'
          : `${showNumber(counts.rejected)} dòng chưa ghi được. Tải tệp các dòng này, sửa rồi nhập lại.`}
      </Banner>
      <ImportCounts counts={counts} done />
      {report.rejected.length + report.warned.length === 0 ? null : (
        <Section
          title="Các dòng cần xem lại"
          action={report.hasErrorFile && jobId !== null ? <ErrorFile jobId={jobId} /> : undefined}
        >
          <ProblemList report={report} />
        </Section>
      )}
    </>
  )
}
