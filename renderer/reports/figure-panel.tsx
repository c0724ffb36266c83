import { ActionIcon, Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { channelNames } from '../../electron/core/applications/model.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import type { FigureFile, FigureRef } from '../../electron/core/statistics/model.ts'
import { messageOf } from '../api/api-error.ts'
import { saveJobFile } from '../api/save-file.ts'
import { useJob } from '../api/use-job.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { Banner } from '../ui/banner.tsx'
import { Icon } from '../ui/icon.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { showNumber } from '../ui/number-text.ts'
import { PlainTable } from '../ui/plain-table.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'

/** A figure that was chosen, and its text in the report. */
export type OpenFigure = { readonly figure: FigureRef; readonly text: string }

const step = 100
const most = 500

type PanelProps = OpenFigure & {
  readonly onClose: () => void
  /** The text is of an approved report: the register may count otherwise by now. */
  readonly kept?: boolean
}

/** The files behind a figure, beside the report: how many, what was counted, and a way to each. */
export function FigurePanel({ figure, text, onClose, kept = false }: PanelProps) {
  const [limit, setLimit] = useState(step)
  const ask = useAsk('statistics.files', { figure, limit }, { keep: true })
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    // what the keyboard does next is about the list; closing gives the focus back to the figure
    const before = document.activeElement
    panel.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <section
      ref={panel}
      className="rep-figure-panel"
      tabIndex={-1}
      aria-label="Hồ sơ của số liệu"
      onKeyDown={event => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header className="rep-figure-head">
        <h2>Hồ sơ của số liệu {text}</h2>
        <ActionIcon variant="subtle" aria-label="Đóng danh sách" title="Esc" onClick={onClose}>
          <Icon name="close" />
        </ActionIcon>
      </header>
      <Answered ask={ask} lines={6}>
        {({ said, total, lines, files, days, next }) => (
          <>
            <p className="g-soft">{said}</p>
            <p>
              <strong>Tổng số: {showNumber(total)}</strong>
              {files.length < lines
                ? ` (hiện ${showNumber(files.length)} trong ${showNumber(lines)} dòng)`
                : null}
            </p>
            {kept && showNumber(total) !== text ? (
              <Banner tone="attention">
                Báo cáo giữ số lúc duyệt là {text}; danh sách này theo sổ lúc này. Xem mục “Khác với lúc
                duyệt”.
              </Banner>
            ) : null}
            <TakeList figure={figure} />
            {files.length === 0 ? null : (
              <PlainTable label="Hồ sơ được tính" headings={headings} rows={rowsOf(files)} />
            )}
            {next === null || limit >= most ? null : (
              <Button variant="default" onClick={() => setLimit(Math.min(most, limit + step))}>
                Xem thêm
              </Button>
            )}
            {days.length === 0 ? null : (
              <PlainTable
                label="Ngày nhập tổng số trực tiếp"
                headings={dayHeadings}
                rows={days.map(({ day, count, source }) => ({
                  key: day,
                  cells: [showDay(day), showNumber(count), source],
                }))}
              />
            )}
          </>
        )}
      </Answered>
    </section>
  )
}

const headings = [
  { text: 'Hồ sơ', fit: true },
  { text: 'Được tính là' },
  { text: 'Ngày', fit: true },
  { text: 'Trạng thái', fit: true },
] as const

const dayHeadings = [
  { text: 'Ngày có tổng số', fit: true },
  { text: 'Trực tiếp', align: 'right' },
  { text: 'Nguồn số liệu' },
] as const

/** A file may count more than once on one day: its place in the list tells the lines apart. */
const rowsOf = (files: readonly FigureFile[]) =>
  files.map(({ id, dossierCode, fullName, channel, measure, day, status, licences }, at) => ({
    key: at,
    cells: [
      <div key="file" className="rep-figure-file">
        <Link href={`/ho-so?id=${id}&full=1`}>{dossierCode}</Link>
        <span>{fullName}</span>
      </div>,
      `${measure} · ${channelNames[channel].toLocaleLowerCase('vi')}${licences > 1 ? ` · ${licences} GPLX` : ''}`,
      showDay(day),
      <StatusBadge key="status" status={status} />,
    ],
  }))

/** The whole list as a workbook. */
function TakeList({ figure }: { readonly figure: FigureRef }) {
  const job = useJob('statistics.exportFiles')
  const [failed, setFailed] = useState<unknown>(null)
  const { result, jobId } = job
  useEffect(() => {
    if (result !== null && jobId !== null) saveJobFile(jobId).catch(setFailed)
  }, [result, jobId])
  const problem = failed ?? job.error
  return (
    <div className="rep-figure-take">
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="workbook" />}
        // it stays a button that has the focus, or Escape would no longer close the list
        {...(job.running ? { 'aria-disabled': true, 'data-disabled': true } : {})}
        onClick={() => {
          if (job.running) return
          setFailed(null)
          void job.start({ figure })
        }}
      >
        Xuất danh sách
      </Button>
      {job.running ? (
        <JobProgress label="Đang xuất danh sách" status={job.status} onCancel={job.cancel} />
      ) : null}
      {problem === null ? null : <Banner tone="bad">{messageOf(problem)}</Banner>}
    </div>
  )
}
