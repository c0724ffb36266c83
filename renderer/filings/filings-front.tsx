import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import { addDays } from '../../electron/core/calendar/day.ts'
import { type Period, periodTitle } from '../../electron/core/periods/period.ts'
import type { ReportKind } from '../../electron/core/reports/contract.ts'
import { useMay } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { firstPeriod, isPickedKind, kindNames, type PickedKind } from '../reports/period-choice.ts'
import { PeriodPicker } from '../reports/period-picker.tsx'
import {
  checkFilePath,
  reportAddress,
  reportsPath,
  routinePath,
  usualReport,
} from '../reports/report-address.ts'
import { Answered } from '../ui/answered.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { today } from '../ui/day-text.ts'
import { Icon } from '../ui/icon.tsx'
import { Page, Section } from '../ui/page.tsx'
import { DueTable } from './due-table.tsx'
import { useInAddress } from './filing-address.ts'
import { OpenFiling } from './open-filing.tsx'
import { RecentFilings } from './recent-filings.tsx'
import './filings.css'

/** Where reports begin: what is due, a way to make one, and what was made lately. */
export function FilingsFront() {
  const kinds = useAsk('reports.kinds', {})
  const year = useAsk('settings.get', {}).data?.reporting.value.year
  return (
    <Page
      title="Báo cáo"
      note="Lập, trình duyệt, gửi báo cáo theo kỳ; theo dõi hạn nộp"
      action={
        <>
          <Button component={Link} href={checkFilePath} variant="default" leftSection={<Icon name="check" />}>
            Kiểm tra tệp
          </Button>
          <Button component={Link} href={routinePath} variant="default" leftSection={<Icon name="folders" />}>
            Làm báo cáo kỳ
          </Button>
        </>
      }
    >
      <Answered ask={kinds} lines={8}>
        {answer =>
          year === undefined ? null : (
            <>
              <MakeReport kinds={answer.filter(kind => kind.unavailable === null)} year={year} />
              <DueCalendar year={year} />
              <RecentFilings />
            </>
          )
        }
      </Answered>
    </Page>
  )
}

type MakeProps = { readonly kinds: readonly ReportKind[]; readonly year: number }

/** Report and period; then either a look at the figures, or a filing that goes its way. */
function MakeReport({ kinds, year }: MakeProps) {
  const may = useMay()
  const now = today()
  const [name, setName] = useState(usualReport)
  const [chosen, choose] = useState<Period | null>(null)
  const kind = kinds.find(one => one.name === name)
  if (kind === undefined) return null
  const offered = kind.periodKinds.filter(isPickedKind)
  const [first = 'month'] = offered.includes('month') ? (['month'] as const) : offered
  // another report may not be made for the kind of period that was chosen
  const period =
    chosen !== null && offered.some(one => one === chosen.kind)
      ? chosen
      : firstPeriod(first, now, year, kind.rules)
  return (
    <Section
      title="Lập báo cáo"
      note="Xem số liệu là xem nhanh, chưa chốt. Lập báo cáo mở hồ sơ trình duyệt của kỳ; mỗi kỳ một báo cáo."
    >
      <div className="fil-make">
        <ChoiceField
          label="Báo cáo"
          bare
          value={name}
          choices={kinds.map(one => ({ value: one.name, label: one.title }))}
          onChange={next => setName(next ?? name)}
        />
        <PeriodPicker kinds={offered} rules={kind.rules} period={period} today={now} onPick={choose} />
        <span className="fil-make-buttons">
          <Button
            component={Link}
            href={reportAddress(reportsPath, name, period)}
            variant="default"
            leftSection={<Icon name="eye" />}
          >
            Xem số liệu
          </Button>
          {may('filings.open') ? (
            <OpenFiling report={name} kind={period.kind} id={period.id} title={periodTitle(period)} />
          ) : null}
        </span>
      </div>
    </Section>
  )
}

const months = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))
const allKinds: readonly PickedKind[] = ['day', 'week', 'month', 'quarter', 'half', 'year']

/** The month of today; the last one of the reporting year once that has passed. */
function firstMonth(year: number): string {
  const now = today()
  return year < Number(now.slice(0, 4)) ? `${year}-12` : now.slice(0, 7)
}

const lastDayOf = (month: string): string => {
  const [year = '', number = ''] = month.split('-')
  const next =
    number === '12'
      ? `${Number(year) + 1}-01-01`
      : `${year}-${String(Number(number) + 1).padStart(2, '0')}-01`
  return addDays(next, -1)
}

function DueCalendar({ year: reportingYear }: { readonly year: number }) {
  const [inAddress, setSpan] = useInAddress('han')
  const [kind, setKind] = useInAddress('ky')
  const span =
    inAddress !== null && /^\d{4}(-\d{2})?$/.test(inAddress) ? inAddress : firstMonth(reportingYear)
  const [year = '', month = ''] = span.split('-')
  const [from, to] = month === '' ? [`${year}-01-01`, `${year}-12-31`] : [`${span}-01`, lastDayOf(span)]
  const due = useAsk('filings.calendar', { from, to }, { keep: true })
  const thisYear = Number(today().slice(0, 4))
  const years = [...new Set([thisYear + 1, thisYear, thisYear - 1, reportingYear, Number(year)])].sort(
    (a, b) => b - a,
  )
  return (
    <Section
      title="Lịch báo cáo"
      note="Báo cáo có hạn nộp trong thời gian đã chọn"
      action={
        <span className="fil-span">
          <NativeSelect
            aria-label="Loại kỳ"
            value={kind ?? ''}
            data={[
              { value: '', label: 'Mọi loại kỳ' },
              ...allKinds.map(one => ({ value: one, label: kindNames[one] })),
            ]}
            onChange={event => setKind(event.currentTarget.value === '' ? null : event.currentTarget.value)}
          />
          <NativeSelect
            aria-label="Tháng của hạn nộp"
            value={month}
            data={[
              { value: '', label: 'Cả năm' },
              ...months.map(one => ({ value: one, label: `Tháng ${Number(one)}` })),
            ]}
            onChange={event =>
              setSpan(event.currentTarget.value === '' ? year : `${year}-${event.currentTarget.value}`)
            }
          />
          <NativeSelect
            aria-label="Năm của hạn nộp"
            value={year}
            data={years.map(String)}
            onChange={event =>
              setSpan(month === '' ? event.currentTarget.value : `${event.currentTarget.value}-${month}`)
            }
          />
        </span>
      }
    >
      <Answered ask={due} lines={6}>
        {entries => (
          <DueTable entries={entries.filter(entry => kind === null || entry.periodKind === kind)} />
        )}
      </Answered>
    </Section>
  )
}
