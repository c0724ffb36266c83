import { Link } from 'wouter'
import { showDay } from '../../electron/core/calendar/day.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Section } from '../ui/page.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { filingAddress } from './filing-address.ts'
import { FilingTag, momentWords } from './filing-look.tsx'

/** What was last worked on, whoever did. */
export function RecentFilings() {
  const filings = useAsk('filings.list', { limit: 20 })
  return (
    <Section title="Báo cáo gần đây">
      <Answered ask={filings} lines={4}>
        {rows =>
          rows.length === 0 ? (
            <EmptyState icon="report" title="Chưa lập báo cáo nào">
              Chọn báo cáo và kỳ ở trên rồi bấm "Lập báo cáo", hoặc lập từ lịch báo cáo.
            </EmptyState>
          ) : (
            <PlainTable
              label="Báo cáo gần đây"
              headings={[
                { text: 'Kỳ báo cáo', fit: true },
                { text: 'Báo cáo' },
                { text: 'Trạng thái', fit: true },
                { text: 'Số, ngày gửi', fit: true },
                { text: 'Cập nhật' },
              ]}
              rows={rows.map(row => ({
                key: row.id,
                cells: [
                  <Link key="period" href={filingAddress(row.id)}>
                    {row.periodTitle}
                    {row.adjustment === 0 ? '' : `, điều chỉnh lần ${row.adjustment}`}
                  </Link>,
                  row.reportTitle,
                  <FilingTag key="state" state={row.state} />,
                  row.sentDay === null ? '' : `${row.number}, ${showDay(row.sentDay)}`,
                  <span key="at" className="fil-none">
                    {row.by}
                    <span className="g-soft g-small fil-line">{momentWords(row.at)}</span>
                  </span>,
                ],
              }))}
              maxHeight={360}
            />
          )
        }
      </Answered>
    </Section>
  )
}
