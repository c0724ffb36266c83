import { Button, Radio, SegmentedControl } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { messageOf } from '../api/api-error.ts'
import { saveJobFile } from '../api/save-file.ts'
import { useJob } from '../api/use-job.ts'
import { countPicked, type Picked, tickedOf } from '../batches/picked.ts'
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
  readonly picked: Picked
}

/** Hands out exactly the list that stands, or the files ticked in it: its filter, its columns, their order. */
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

const tickedNumber = (count: number | null) => (count === null ? 'hơn 10.000' : showNumber(count))

type Which = 'all' | 'ticked'

const filesOf = (count: number | null | undefined) =>
  count === undefined ? 'mọi hồ sơ' : count === null ? 'hơn 10.000 hồ sơ' : `${showNumber(count)} hồ sơ`

function ExportDialog(props: ExportProps & { readonly onClose: () => void }) {
  const { filter, layout, total, picked, onClose } = props
  const job = useJob('applications.exportList')
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const ticked = countPicked(picked, total)
  const [which, setWhich] = useState<Which>(ticked === 0 ? 'all' : 'ticked')
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
  const files = filesOf(which === 'ticked' ? ticked : total)
  const only = which === 'ticked' ? tickedOf(picked) : undefined
  const start = () => {
    setLost(null)
    void job.start({
      ...{ filter, format, columns: layout.columns.map(({ key }) => key) },
      ...(only === undefined ? {} : { ticked: only }),
    })
  }
  return (
    <DecisionDialog title="Xuất danh sách" onClose={() => (running ? undefined : onClose())}>
      <div className="g-dialog">
        <p>
          {which === 'ticked'
            ? `Tệp gồm đúng ${files} đã chọn và ${layout.columns.length} cột, theo thứ tự và các cột đang hiển thị.`
            : `Tệp gồm ${files} và ${layout.columns.length} cột, đúng bộ lọc, thứ tự và các cột đang hiển thị.`}
        </p>
        {running || ticked === 0 ? null : (
          <Radio.Group
            label="Xuất những hồ sơ nào"
            value={which}
            onChange={value => setWhich(value === 'all' ? 'all' : 'ticked')}
          >
            <div className="app-choices">
              <Radio value="ticked" label={`Các hồ sơ đã chọn (${tickedNumber(ticked)})`} />
              <Radio value="all" label={`Cả danh sách đang lọc (${filesOf(total)})`} />
            </div>
          </Radio.Group>
        )}
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
