import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { showDay } from '../../electron/core/calendar/day.ts'
import type { Overview } from '../../electron/core/overview/contract.ts'
import { useMay } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { DayBars } from '../ui/day-bars.tsx'
import { Icon } from '../ui/icon.tsx'
import { showNumber } from '../ui/number-text.ts'
import { Page } from '../ui/page.tsx'
import { DueReportsCard } from './due-reports-card.tsx'
import { PeriodsCard } from './periods-card.tsx'
import { QueuesCard } from './queues-card.tsx'
import { QuietYear } from './reporting-year.tsx'
import { TargetCard } from './target-card.tsx'
import './overview.css'

const barWords = { whole: 'Đăng ký', part: 'Trực tuyến', rest: 'Trực tiếp và bưu chính' } as const

/** What an officer asks first in the morning: what burns, what came, do we reach the target. */
export function OverviewScreen() {
  const may = useMay()
  const overview = useAsk('overview.summary', {}, { every: 30_000 })
  return (
    <Page
      title="Tổng quan"
      note={overview.data === undefined ? undefined : `Số liệu đến hết ngày ${showDay(overview.data.today)}`}
      action={
        may('applications.create') ? (
          <Button component={Link} href="/ho-so/moi" leftSection={<Icon name="add" />} title="Ctrl+N">
            Tiếp nhận hồ sơ mới
          </Button>
        ) : undefined
      }
    >
      <Answered ask={overview} lines={8}>
        {answer => <Summary overview={answer} />}
      </Answered>
    </Page>
  )
}

function Summary({ overview }: { readonly overview: Overview }) {
  const { days } = overview
  if (isQuiet(overview)) {
    return (
      <>
        {Object.values(overview.queues).some(count => count > 0) ? (
          <QueuesCard queues={overview.queues} />
        ) : null}
        <QuietYear thisYear={overview.target.year} />
      </>
    )
  }
  return (
    <>
      <QueuesCard queues={overview.queues} />
      <DueReportsCard today={overview.today} />
      <div className="g-columns">
        <PeriodsCard overview={overview} />
        <TargetCard status={overview.target} />
      </div>
      <DayBars
        title="Hồ sơ đăng ký 30 ngày gần nhất"
        sentence={barSentence(days)}
        words={barWords}
        days={days.map(({ day, registered, online, dayOff }) => ({
          day,
          value: registered,
          part: online,
          dayOff,
        }))}
      />
    </>
  )
}

/** Nothing has come this year: a new register, or one that holds only earlier years. */
function isQuiet({ days, target }: Overview): boolean {
  return days.every(day => day.registered === 0) && target.numerator + target.denominator === 0
}

function barSentence(days: Overview['days']): string {
  const all = days.reduce((sum, day) => sum + day.registered, 0)
  const online = days.reduce((sum, day) => sum + day.online, 0)
  const finished = days.reduce((sum, day) => sum + day.finished, 0)
  return `${showNumber(all)} hồ sơ đăng ký, trong đó ${showNumber(online)} trực tuyến; ${showNumber(finished)} hồ sơ có kết quả.`
}
