import { Button, SegmentedControl } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { messageOf } from '../api/api-error.ts'
import { saveJobFile } from '../api/save-file.ts'
import { useJob } from '../api/use-job.ts'
import { Banner } from '../ui/banner.tsx'
import { FormError } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { showNumber } from '../ui/number-text.ts'
import { say } from '../ui/said.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import type { RegisterFilter } from './register-filter.ts'
import type { Layout } from './register-layout.ts'

type ExportProps = {
  readonly filter: RegisterFilter
  readonly layout: Layout
  readonly total: number | null | undefined
}

/** Hands out exactly the list that stands: its filter, its columns, their order. */
export function ExportButton(props: ExportProps) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button
        variant="default"
        className="app-filter"
        leftSection={<Icon name="download" />}
        disabled={props.total === 0}
        onClick={() => setOpened(true)}
      >
        Xuất danh sách
      </Button>
      {opened ? <ExportDialog {...props} onClose={() => setOpened(false)} /> : null}
    </>
  )
}

function ExportDialog({ filter, layout, total, onClose }: ExportProps & { readonly onClose: () => void }) {
  const job = useJob('applications.exportList')
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const [lost, setLost] = useState<unknown>(null)
  const { result, jobId, running } = job
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    if (result === null || jobId === null) return
    saveJobFile(jobId).then(() => {
      say(`Đã xuất ${showNumber(result.rows)} hồ sơ ra tệp ${result.fileName}.`)
      close.current()
    }, setLost)
  }, [result, jobId])
  const files = total === null || total === undefined ? 'hơn 10.000 hồ sơ' : `${showNumber(total)} hồ sơ`
  const start = () => {
    setLost(null)
    void job.start({ filter, format, columns: layout.columns.map(({ key }) => key) })
  }
  return (
    <DecisionDialog title="Xuất danh sách" onClose={() => (running ? undefined : onClose())}>
      <div className="g-dialog">
        <p>
          Tệp gồm {files} và {layout.columns.length} cột, đúng bộ lọc, thứ tự và các cột đang hiển thị.
        </p>
        {running ? (
          <JobProgress label="Xuất danh sách" status={job.status} onCancel={job.cancel} />
        ) : (
          <SegmentedControl
            aria-label="Loại tệp"
            value={format}
            data={[
              { value: 'xlsx', label: 'Excel (.xlsx)' },
              { value: 'csv', label: 'CSV' },
            ]}
            onChange={value => setFormat(value === 'csv' ? 'csv' : 'xlsx')}
          />
        )}
        {job.cancelled ? <Banner tone="info">Đã dừng theo yêu cầu. Chưa có tệp nào được xuất.</Banner> : null}
        <FormError error={job.error} />
        {lost === null ? null : <Banner tone="bad">{messageOf(lost)}</Banner>}
        {running ? null : (
          <div className="g-form-footer">
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button data-autofocus onClick={start}>
              Xuất {files}
            </Button>
          </div>
        )}
      </div>
    </DecisionDialog>
  )
}
