import type { Overview } from '../../electron/core/overview/contract.ts'
import type { Count } from '../../electron/core/statistics/model.ts'
import { showNumber } from '../ui/number-text.ts'
import { Section } from '../ui/page.tsx'
import { PlainTable } from '../ui/plain-table.tsx'

const measures = [
  { name: 'registered', word: 'Đăng ký' },
  { name: 'received', word: 'Tiếp nhận' },
  { name: 'finished', word: 'Có kết quả' },
  { name: 'returned', word: 'Trả kết quả' },
] as const

const columns = ['day', 'week', 'month'] as const
const words = { day: 'Hôm nay', week: 'Tuần này', month: 'Tháng này' } as const

function CountCell({ count }: { readonly count: Count }) {
  return (
    <>
      <span className="g-soft g-small">{showNumber(count.online)} trực tuyến</span>
      <span className="g-big">{showNumber(count.total)}</span>
    </>
  )
}

const ddmm = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}`

/** Today, this week, this month: the word people say, and below it the days it covers. */
function headingOf(overview: Overview, column: (typeof columns)[number]) {
  const { from, to } = overview[column]
  return {
    text: words[column],
    note: from === to ? ddmm(from) : `${ddmm(from)} – ${ddmm(to)}`,
    align: 'right' as const,
  }
}

/** Today, this week, this month: what came in and what went out. */
export function PeriodsCard({ overview }: { readonly overview: Overview }) {
  return (
    <Section title="Số hồ sơ">
      <PlainTable
        label="Số hồ sơ hôm nay, tuần này, tháng này"
        headings={[{ text: 'Nội dung', fit: true }, ...columns.map(column => headingOf(overview, column))]}
        rows={measures.map(({ name, word }) => ({
          key: name,
          cells: [word, ...columns.map(column => <CountCell key={column} count={overview[column][name]} />)],
        }))}
      />
    </Section>
  )
}
