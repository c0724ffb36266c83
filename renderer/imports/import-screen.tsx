import { Button } from '@mantine/core'
import { useState } from 'react'
import type { FileContent } from '../../electron/core/operation.ts'
import { useJob } from '../api/use-job.ts'
import { Banner } from '../ui/banner.tsx'
import { Icon } from '../ui/icon.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { showNumber } from '../ui/number-text.ts'
import { Page } from '../ui/page.tsx'
import { DryRun } from './dry-run.tsx'
import { FileDrop } from './file-drop.tsx'
import { ImportDone } from './import-done.tsx'
import type { Mapping } from './mapping-table.tsx'
import { PastImports } from './past-imports.tsx'
import './imports.css'

type Source = { readonly file: FileContent; readonly sheet?: string; readonly mapping?: Mapping }

/** A list becomes part of the register: choose, look what would happen, then write. */
export function ImportScreen() {
  const plan = useJob('imports.plan')
  const apply = useJob('imports.apply')
  const [source, setSource] = useState<Source | null>(null)
  const [kept, setKept] = useState<typeof plan.result>(null)

  const tryOut = async (next: Source) => {
    setSource(next)
    apply.clear()
    const report = await plan.start(mutable(next))
    if (report !== null) setKept(report)
  }
  const restart = () => {
    setSource(null)
    setKept(null)
    plan.clear()
    apply.clear()
  }
  const report = plan.result ?? kept
  const ready = source !== null && report !== null && !plan.running && apply.result === null
  const willWrite = ready ? report.counts.new + report.counts.updated : 0
  return (
    <Page
      title="Nhập danh sách"
      note={source === null ? 'Chọn tệp, xem trước kết quả, rồi ghi vào sổ.' : source.file.name}
      action={
        source === null ? undefined : (
          <>
            <Button variant="default" disabled={plan.running || apply.running} onClick={restart}>
              Chọn tệp khác
            </Button>
            {apply.result === null ? (
              <Button
                leftSection={<Icon name="check" />}
                disabled={willWrite === 0 || apply.running}
                onClick={() => void apply.start(mutable(source))}
              >
                {willWrite === 0 ? 'Ghi vào sổ' : `Ghi ${showNumber(willWrite)} hồ sơ vào sổ`}
              </Button>
            ) : null}
          </>
        )
      }
    >
      <div className="imp-page">
        {source === null ? <FileDrop onFile={file => void tryOut({ file })} /> : null}
        {plan.running ? (
          <JobProgress label="Đang đọc và kiểm tra danh sách" status={plan.status} onCancel={plan.cancel} />
        ) : null}
        {apply.running ? (
          <JobProgress label="Đang ghi vào sổ" status={apply.status} onCancel={apply.cancel} />
        ) : null}
        {plan.cancelled || apply.cancelled ? (
          <Banner tone="info">Đã dừng. Sổ không thay đổi; chọn tệp khác hoặc làm lại.</Banner>
        ) : null}
        {[plan.error, apply.error].map(error =>
          error === null ? null : (
            <Banner key={error.message} tone="bad">
              {error.message}
            </Banner>
          ),
        )}
        {apply.result === null ? null : <ImportDone report={apply.result} jobId={apply.jobId} />}
        {source !== null && report !== null && apply.result === null ? (
          <DryRun
            report={report}
            jobId={plan.jobId}
            busy={plan.running || apply.running}
            onSheet={sheet => void tryOut({ file: source.file, sheet })}
            onMapping={mapping => void tryOut({ ...source, mapping })}
          />
        ) : null}
        {source === null ? <PastImports /> : null}
      </div>
    </Page>
  )
}

/** The contract's input is not read-only. */
function mutable({ file, sheet, mapping }: Source) {
  return {
    file: { ...file },
    ...(sheet === undefined ? {} : { sheet }),
    ...(mapping === undefined ? {} : { mapping: { ...mapping } }),
  }
}
