import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { showDay } from '../../electron/core/calendar/day.ts'
import type { Doubt, PreparedReport } from '../../electron/core/routine/contract.ts'
import { messageOf } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { fileOfJob } from '../api/use-job.ts'
import { Banner } from '../ui/banner.tsx'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/page.tsx'
import { choosePlace, type Place } from './write-all.ts'

type PartProps = {
  /** The title of the round. */
  readonly title: string
  readonly reports: readonly PreparedReport[]
  readonly doubts: readonly Doubt[]
}

/** What became of one report of the round. */
type Outcome = { readonly file: string } | { readonly refused: string }

/** The reports of a period, ticked, and one button that writes them all. */
export function ReportsOfPeriod({ title: round, reports, doubts }: PartProps) {
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
      setPlace(folder.name ?? 'thư mục tải xuống')
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
          ? 'Chọn báo cáo rồi ghi tất cả vào một thư mục.'
          : `Còn ${open} chỗ cần xem lại chưa có lý do; vẫn ghi được báo cáo.`
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
      <ul className="rou-reports">
        {reports.map(({ name, title, deadline, fileName, periodTitle, filing }) => (
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
              {periodTitle === round ? '' : `${periodTitle} · `}
              {deadline === null ? '' : `Hạn nộp ${showDay(deadline)} · `}
              {filing === null ? '' : 'Theo báo cáo đã lập · '}
              {fileName}
            </span>
            <Result outcome={outcomes.get(name)} writing={now === name} place={place} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

async function exportOne({ name, period, filing }: PreparedReport, place: Place): Promise<Outcome> {
  try {
    const { jobId } = await (filing === null
      ? call('reports.export', { name, period })
      : call('filings.export', { id: filing }))
    const file = await fileOfJob(jobId)
    await place.put(file)
    return { file: file.name }
  } catch (error) {
    // one that is refused does not keep the others from being written
    return { refused: messageOf(error) }
  }
}

type ResultProps = {
  readonly outcome: Outcome | undefined
  readonly writing: boolean
  readonly place: string | null
}

function Result({ outcome, writing, place }: ResultProps) {
  if (writing) return <span className="rou-result">Đang ghi…</span>
  if (outcome === undefined) return null
  return 'file' in outcome ? (
    <span className="rou-result rou-good">
      <Icon name="done" /> Đã ghi {outcome.file} vào {place}
    </span>
  ) : (
    <span className="rou-result rou-bad">
      <Icon name="failed" /> {outcome.refused}
    </span>
  )
}
