import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { showDay } from '../../electron/core/calendar/day.ts'
import type { Doubt, PreparedPeriod, PreparedReport } from '../../electron/core/routine/contract.ts'
import { messageOf } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { fileOfJob } from '../api/use-job.ts'
import { Banner } from '../ui/banner.tsx'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/page.tsx'
import { choosePlace, type Place } from './write-all.ts'

type PartProps = {
  readonly period: PreparedPeriod
  readonly reports: readonly PreparedReport[]
  readonly doubts: readonly Doubt[]
}

/** What became of one report of the round. */
type Outcome = { readonly file: string } | { readonly refused: string }

/** The reports of a period, ticked, and one button that writes them all. */
export function ReportsOfPeriod({ period, reports, doubts }: PartProps) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const [place, setPlace] = useState<string | null>(null)
  const [now, setNow] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const chosen = reports.filter(({ name }) => !left.has(name))
  const open = doubts.filter(({ note }) => note === null).length

  const writeAll = async () => {
    setProblem(null)
    try {
      const folder = await choosePlace()
      if (folder === null) return
      setPlace(`thư mục ${folder.name ?? 'tải xuống'}`)
      setOutcomes(new Map())
      for (const report of chosen) {
        setNow(report.name)
        const outcome = await exportOne(report, folder)
        setOutcomes(known => new Map(known).set(report.name, outcome))
      }
    } catch (error) {
      setProblem(error)
    } finally {
      setNow(null)
    }
  }

  return (
    <Section
      title="Báo cáo của kỳ"
      note={
        open === 0
          ? 'Chọn báo cáo rồi ghi tất cả vào một thư mục; tệp cùng tên được thay.'
          : `Còn ${open} chỗ cần xem lại chưa có lý do; vẫn ghi được báo cáo. Tệp cùng tên được thay.`
      }
      action={
        <Button
          leftSection={<Icon name="workbook" />}
          loading={now !== null}
          disabled={chosen.length === 0}
          onClick={() => void writeAll()}
        >
          Ghi {chosen.length} báo cáo
        </Button>
      }
    >
      {problem === null ? null : <Banner tone="bad">{messageOf(problem)}</Banner>}
      <Progress total={chosen.length} outcomes={outcomes} writing={now !== null} place={place} />
      <ul className="rou-reports">
        {reports.map(({ name, title, period: own, deadline, fileName, filing }) => (
          <li key={name}>
            <Checkbox
              label={title}
              checked={!left.has(name)}
              disabled={now !== null}
              onChange={event => {
                const next = new Set(left)
                if (event.currentTarget.checked) next.delete(name)
                else next.add(name)
                setLeft(next)
              }}
            />
            <span className="g-soft">
              {own.from === period.from && own.to === period.to
                ? ''
                : `Kỳ riêng ${showDay(own.from)} – ${showDay(own.to)} · `}
              {deadline === null ? '' : `Hạn nộp ${showDay(deadline)} · `}
              {filing === null ? '' : 'Theo báo cáo đã lập · '}
              {fileName}
            </span>
            <Result outcome={outcomes.get(name)} writing={now === name} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function exportOne({ name, period, filing }: PreparedReport, place: Place): Promise<Outcome> {
  try {
    const { kind, id } = period
    const { jobId } = await (filing === null
      ? call('reports.export', { name, period: { kind, id } })
      : call('filings.export', { id: filing }))
    const file = await fileOfJob(jobId)
    await place.put(file)
    return { file: file.name }
  } catch (error) {
    // one that is refused does not keep the others from being written
    return { refused: messageOf(error) }
  }
}

type ProgressProps = {
  readonly total: number
  readonly outcomes: ReadonlyMap<string, Outcome>
  readonly writing: boolean
  readonly place: string | null
}

/** How far it is, and at the end what became of it: nobody has to read nine lines to know. */
function Progress({ total, outcomes, writing, place }: ProgressProps) {
  if (place === null) return null
  if (writing) {
    return (
      <Banner tone="info">
        Đang ghi {Math.min(outcomes.size + 1, total)}/{total} báo cáo vào {place}…
      </Banner>
    )
  }
  const written = [...outcomes.values()].filter(outcome => 'file' in outcome).length
  const refused = outcomes.size - written
  if (refused === 0) {
    return (
      <Banner tone="good">
        Đã ghi {written} báo cáo vào {place}.
      </Banner>
    )
  }
  return (
    <Banner tone="bad">
      {written === 0 ? '' : `Đã ghi ${written} báo cáo vào ${place}. `}
      {refused} báo cáo không ghi được, lý do ở từng dòng.
    </Banner>
  )
}

type ResultProps = { readonly outcome: Outcome | undefined; readonly writing: boolean }

function Result({ outcome, writing }: ResultProps) {
  if (writing) return <span className="rou-result g-soft">Đang ghi…</span>
  if (outcome === undefined) return null
  return 'file' in outcome ? (
    <span className="rou-result rou-good">
      <Icon name="done" /> Đã ghi {outcome.file}
    </span>
  ) : (
    <span className="rou-result rou-bad">
      <Icon name="failed" /> {outcome.refused}
    </span>
  )
}
