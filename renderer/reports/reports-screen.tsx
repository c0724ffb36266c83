import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { type Period, periodTitle } from '../../electron/core/periods/period.ts'
import type { ReportKind } from '../../electron/core/reports/contract.ts'
import { useMay } from '../api/me.ts'
import { saveJobFile } from '../api/save-file.ts'
import { useJob } from '../api/use-job.ts'
import { useAsk } from '../api/use-query.ts'
import { filingIn } from '../filings/filing-address.ts'
import { FilingScreen } from '../filings/filing-screen.tsx'
import { FilingsFront } from '../filings/filings-front.tsx'
import { OpenFiling } from '../filings/open-filing.tsx'
import { FillForm } from '../ministry-forms/fill-form.tsx'
import { PrintScreen } from '../print/print-screen.tsx'
import { RoutineScreen } from '../routine/routine-screen.tsx'
import { Banner } from '../ui/banner.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { today } from '../ui/day-text.ts'
import { Icon } from '../ui/icon.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { Page } from '../ui/page.tsx'
import { CheckFileScreen } from './check-file-screen.tsx'
import { firstPeriod, isPickedKind, type PickedKind } from './period-choice.ts'
import { PeriodPicker } from './period-picker.tsx'
import {
  checkFilePath,
  printPath,
  reportAddress,
  reportsPath,
  routinePath,
  useReportAddress,
} from './report-address.ts'
import { ReportPreview } from './report-preview.tsx'
import { ReportRefusal } from './report-refusal.tsx'
import './reports.css'

const usualKinds: readonly PickedKind[] = ['day', 'week', 'month']

function kindsOf(kind: ReportKind | undefined): readonly PickedKind[] {
  const named = kind?.periodKinds.filter(isPickedKind) ?? []
  return named.length === 0 ? usualKinds : named
}

/** The reports: the front page, one filing, a quick look at figures, the page that is printed. */
export function ReportsScreen() {
  const { path, printing, checking, looking, name, period, filing } = useReportAddress()
  const shown = filingIn(path)
  if (checking) return <CheckFileScreen />
  if (path === routinePath) return <RoutineScreen />
  if (printing) return <PrintScreen name={name} period={period} filing={filing} />
  if (shown !== null) return <FilingScreen key={shown} id={shown} />
  return looking ? <Reports /> : <FilingsFront />
}

/** Choose report and period, look at the document, take it away as a workbook or on paper; nothing is frozen. */
function Reports() {
  const { name, period, rules, show } = useReportAddress()
  const kinds = useAsk('reports.kinds', {}).data ?? []
  const year = useAsk('settings.get', {}).data?.reporting.value.year
  const may = useMay()
  const now = today()
  const kind = kinds.find(one => one.name === name)
  const unavailable = kind?.unavailable ?? null
  const shown =
    period ??
    (year === undefined || rules === undefined
      ? null
      : firstPeriod(kindsOf(kind).includes('month') ? 'month' : 'year', now, year, rules))
  return (
    <Page
      title="Xem số liệu báo cáo"
      note={
        <>
          <Link href={reportsPath}>Báo cáo</Link>
          {kind === undefined ? '' : ` / ${kind.title}`}
        </>
      }
      toolbar={
        shown === null || rules === undefined ? undefined : (
          <>
            {kinds.length > 1 ? (
              <ChoiceField
                label="Báo cáo"
                bare
                value={name}
                choices={kinds.map(one => ({ value: one.name, label: one.title }))}
                onChange={chosen => show(chosen ?? name, shown)}
              />
            ) : null}
            <PeriodPicker
              kinds={kindsOf(kind)}
              rules={rules}
              period={shown}
              today={now}
              onPick={next => show(name, next)}
            />
          </>
        )
      }
      action={
        shown === null ? undefined : (
          <TakeAway key={`${name} ${shown.id}`} name={name} period={shown} unavailable={unavailable} />
        )
      }
    >
      {kinds.length > 0 && kind === undefined ? (
        <Banner tone="attention">Không có mẫu báo cáo này. Trở về màn hình Báo cáo để chọn.</Banner>
      ) : null}
      {unavailable === null ? null : <Banner tone="attention">{unavailable}</Banner>}
      {shown === null || unavailable !== null ? null : (
        <>
          <Banner
            tone="info"
            title="Chưa chốt"
            {...(may('filings.open') && {
              action: (
                <OpenFiling report={name} kind={shown.kind} id={shown.id} title={periodTitle(shown)} small />
              ),
            })}
          >
            Số liệu theo sổ lúc này, thay đổi khi hồ sơ thay đổi. Lập báo cáo của kỳ để trình duyệt và chốt số
            liệu.
          </Banner>
          <FillForm report={name} period={shown} />
          <ReportPreview name={name} period={shown} />
        </>
      )}
    </Page>
  )
}

type TakeAwayProps = {
  readonly name: string
  readonly period: Period
  /** Why there is nothing to take. */
  readonly unavailable: string | null
}

/** The workbook and the printed page; both are the document that stands below. */
function TakeAway({ name, period, unavailable }: TakeAwayProps) {
  const job = useJob('reports.export')
  const [, navigate] = useLocation()
  const [failed, setFailed] = useState<unknown>(null)
  const { result, jobId } = job
  useEffect(() => {
    if (result !== null && jobId !== null) saveJobFile(jobId).catch(setFailed)
  }, [result, jobId])
  const take = () => {
    setFailed(null)
    void job.start({ name, period: { kind: period.kind, id: period.id } })
  }
  const problem = failed ?? job.error
  return (
    <div className="rep-take">
      <div className="rep-take-buttons">
        <Button component={Link} href={checkFilePath} variant="subtle" leftSection={<Icon name="check" />}>
          Kiểm tra tệp
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="print" />}
          disabled={unavailable !== null}
          onClick={() => navigate(reportAddress(printPath, name, period))}
        >
          In
        </Button>
        <Button
          leftSection={<Icon name="workbook" />}
          loading={job.running}
          disabled={unavailable !== null}
          onClick={take}
        >
          Xuất Excel
        </Button>
      </div>
      {job.running ? (
        <JobProgress label="Đang xuất báo cáo" status={job.status} onCancel={job.cancel} />
      ) : null}
      {problem === null ? null : <ReportRefusal error={problem} />}
    </div>
  )
}
