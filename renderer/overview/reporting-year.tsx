import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { useMay } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { Banner } from '../ui/banner.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Figure } from '../ui/figure.tsx'
import { Icon } from '../ui/icon.tsx'
import { showNumber } from '../ui/number-text.ts'
import { TargetCard } from './target-card.tsx'

const measures = [
  { name: 'registered', word: 'Đăng ký' },
  { name: 'received', word: 'Tiếp nhận' },
  { name: 'finished', word: 'Có kết quả' },
  { name: 'returned', word: 'Trả kết quả' },
] as const

/** In place of this year's figures while there are none: the year that is reported, or what to do first. */
export function QuietYear({ thisYear }: { readonly thisYear: number }) {
  const settings = useAsk('settings.get', {})
  return (
    <Answered ask={settings}>
      {({ reporting }) =>
        reporting.value.year === thisYear ? (
          <Nothing title="Năm nay chưa có hồ sơ" />
        ) : (
          <ReportingYear thisYear={thisYear} year={reporting.value.year} />
        )
      }
    </Answered>
  )
}

function ReportingYear({ thisYear, year }: { readonly thisYear: number; readonly year: number }) {
  const figures = useAsk('statistics.figures', { period: { kind: 'year', id: String(year) } })
  const target = useAsk('targets.status', { year })
  // a new office: rows of zeros would teach nobody what to do first
  if (figures.data?.measures.registered.total === 0) return <Nothing title="Sổ chưa có hồ sơ" />
  return (
    <>
      <Banner
        tone="info"
        action={
          <Button component={Link} href={`/bao-cao?name=ket-qua&kind=month&id=${year}-12`} variant="default">
            Xem báo cáo năm {year}
          </Button>
        }
      >
        Năm {thisYear} chưa có hồ sơ nào. Dưới đây là số liệu cả năm báo cáo {year}.
      </Banner>
      <Answered ask={figures}>
        {({ measures: all, period }) => (
          <section className="g-figures" aria-label={`Số hồ sơ năm ${year}`}>
            {measures.map(({ name, word }) => (
              <Figure
                key={name}
                label={word}
                value={all[name].total}
                note={`${showNumber(all[name].online)} trực tuyến`}
                href={`/ho-so?dayField=${name}&from=${period.from}&to=${period.to}`}
              />
            ))}
          </section>
        )}
      </Answered>
      <Answered ask={target}>{status => <TargetCard status={status} />}</Answered>
    </>
  )
}

function Nothing({ title }: { readonly title: string }) {
  const may = useMay()
  return (
    <div className="g-card">
      <EmptyState
        icon="folders"
        title={title}
        action={
          may('imports.apply') ? (
            <Button component={Link} href="/nhap" variant="default" leftSection={<Icon name="upload" />}>
              Nhập danh sách
            </Button>
          ) : undefined
        }
      >
        Nhập danh sách từ Cổng dịch vụ công hoặc tiếp nhận hồ sơ đầu tiên. Hồ sơ của các năm trước xem ở mục
        Hồ sơ và Báo cáo.
      </EmptyState>
    </div>
  )
}
