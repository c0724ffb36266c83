import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { Link } from 'wouter'
import { showDay } from '../../electron/core/calendar/day.ts'
import type { FileCheck } from '../../electron/core/reports/contract.ts'
import { messageOf } from '../api/api-error.ts'
import { useJob } from '../api/use-job.ts'
import { Banner, type Tone } from '../ui/banner.tsx'
import { Icon } from '../ui/icon.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { showNumber } from '../ui/number-text.ts'
import { Page } from '../ui/page.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { reportsPath } from './report-address.ts'
import './reports.css'

/** Does a workbook that came back still say what was exported? */
export function CheckFileScreen() {
  const job = useJob('reports.checkFile')
  const [name, setName] = useState<string | null>(null)
  const check = async (file: File) => {
    setName(file.name)
    await job.start({ file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } })
  }
  return (
    <Page
      title="Kiểm tra tệp"
      note="Tệp Excel nhận lại có còn đúng như khi ứng dụng xuất hay không."
      action={
        <Button component={Link} href={reportsPath} variant="default" leftSection={<Icon name="left" />}>
          Về báo cáo
        </Button>
      }
    >
      <div className="rep-check">
        <WorkbookDrop onFile={file => void check(file)} />
        {job.running ? (
          <JobProgress label="Đang kiểm tra tệp" status={job.status} onCancel={job.cancel} />
        ) : null}
        {job.error === null ? null : <Banner tone="bad">{messageOf(job.error)}</Banner>}
        {job.result === null || name === null ? null : <Verdict name={name} check={job.result} />}
      </div>
    </Page>
  )
}

function WorkbookDrop({ onFile }: { readonly onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file !== undefined) onFile(file)
  }
  return (
    <section
      className="rep-check-drop"
      aria-label="Chọn tệp báo cáo"
      data-over={over}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <strong>Kéo tệp báo cáo (.xlsx) vào đây</strong>
      <Button leftSection={<Icon name="upload" />} onClick={() => input.current?.click()}>
        Chọn tệp báo cáo
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        hidden
        aria-label="Tệp báo cáo"
        onChange={event => {
          take(event.currentTarget.files)
          // the same file may be chosen again after it was changed in Excel
          event.currentTarget.value = ''
        }}
      />
    </section>
  )
}

const tones: Readonly<Record<FileCheck['verdict'], Tone>> = {
  match: 'good',
  changed: 'bad',
  forged: 'bad',
  foreign: 'attention',
  damaged: 'attention',
}

const titles: Readonly<Record<FileCheck['verdict'], string>> = {
  match: 'Khớp',
  changed: 'Đã bị sửa',
  forged: 'Không tin cậy',
  foreign: 'Không phải báo cáo của ứng dụng',
  damaged: 'Không đọc được',
}

function Verdict({ name, check }: { readonly name: string; readonly check: FileCheck }) {
  const { verdict, said, differences, count } = check
  return (
    <>
      <Banner tone={tones[verdict]} title={`${name}: ${titles[verdict]}`}>
        {said}
      </Banner>
      {check.report === null ? null : <p className="g-soft">{originOf(check)}</p>}
      {differences.length === 0 ? null : (
        <PlainTable
          label="Chỗ khác với khi xuất"
          headings={[
            { text: 'Trang tính' },
            { text: 'Ô', fit: true },
            { text: 'Dòng / cột' },
            { text: 'Khi xuất' },
            { text: 'Trong tệp' },
          ]}
          rows={differences.map(({ sheet, cell, label, was, now }) => ({
            key: `${sheet} ${cell} ${label}`,
            cells: [sheet, cell, label, was ?? '(trống)', now ?? '(trống)'],
          }))}
        />
      )}
      {count > differences.length ? (
        <p className="g-soft">Và {showNumber(count - differences.length)} chỗ khác.</p>
      ) : null}
    </>
  )
}

/** Which report it is, and who exported it when. */
function originOf({ report, period, office, exportedAt, exportedBy }: FileCheck): string {
  const by =
    exportedAt === null
      ? []
      : [
          `xuất ngày ${showDay(exportedAt.slice(0, 10))} lúc ${exportedAt.slice(11, 16)} bởi ${exportedBy ?? ''}`,
        ]
  return [report, period, office, ...by].filter(part => part !== null).join(' · ')
}
