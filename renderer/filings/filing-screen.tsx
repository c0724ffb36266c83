import { Link } from 'wouter'
import { showDay } from '../../electron/core/calendar/day.ts'
import type { Filing } from '../../electron/core/filings/contract.ts'
import { adjustmentMark } from '../../electron/core/filings/model.ts'
import { useMe } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { reportsPath } from '../reports/report-address.ts'
import { Answered } from '../ui/answered.tsx'
import { Banner } from '../ui/banner.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { Page } from '../ui/page.tsx'
import { filingAddress, useInAddress } from './filing-address.ts'
import { deadlineWords, FilingTag, momentWords } from './filing-look.tsx'
import { openedWords, waitsFor } from './filing-standing.ts'
import { FilingSteps } from './filing-steps.tsx'
import { filingTabs } from './filing-tabs.tsx'
import './filings.css'

/** One filing: where it stands, what may be done next, and all that is known of it. */
export function FilingScreen({ id }: { readonly id: number }) {
  const filing = useAsk('filings.get', { id }, { every: 30_000 })
  if (filing.data === undefined && filing.error?.code === 'not-found') return <NoFiling />
  return (
    <Answered ask={filing} lines={8}>
      {answer => (
        <Page
          title={`${answer.periodTitle}${adjustmentMark(answer.adjustment)}`}
          note={
            <>
              <Link href={reportsPath}>Báo cáo</Link> / {answer.reportTitle}
            </>
          }
          action={<FilingSteps key={answer.id} filing={answer} />}
        >
          <FilingHead filing={answer} />
          <GivenBack filing={answer} />
          <FilingParts filing={answer} />
        </Page>
      )}
    </Answered>
  )
}

/** An address of old, or of another data folder. */
function NoFiling() {
  return (
    <Page title="Báo cáo">
      <EmptyState icon="report" title="Không tìm thấy báo cáo này">
        Địa chỉ không đúng hoặc báo cáo thuộc thư mục dữ liệu khác. Chọn báo cáo trong{' '}
        <Link href={reportsPath}>danh sách báo cáo</Link>.
      </EmptyState>
    </Page>
  )
}

function FilingHead({ filing }: { readonly filing: Filing }) {
  const { state, by, at, number, sentDay, receivers, deadline, frozen, closesPeriod, history } = filing
  const { role } = useMe()
  const waits = waitsFor(state, role)
  const opened = openedWords(history)
  return (
    <section className="fil-head" aria-label="Tình trạng báo cáo">
      <FilingTag state={state} />
      <Fact label="Cập nhật" value={`${by}, ${momentWords(at)}`} />
      {deadline === null ? null : <Fact label="Hạn nộp" value={deadlineWords(deadline.day, deadline.hour)} />}
      {number === null || sentDay === null ? null : (
        <Fact label="Số, ngày gửi" value={`${number}, ngày ${showDay(sentDay)}`} />
      )}
      {receivers.length === 0 ? null : <Fact label="Nơi nhận" value={receivers.join('; ')} />}
      {frozen === null ? (
        <span className="g-soft">Chưa chốt số liệu: nội dung dưới đây theo sổ lúc này</span>
      ) : (
        <span className="fil-frozen">
          <Icon name="lock" /> Số liệu chốt lúc {momentWords(frozen.at)}
          {closesPeriod && opened === null ? ', kỳ đã khóa' : ''}
        </span>
      )}
      {!closesPeriod || opened === null ? null : (
        <span className="fil-opened">
          <Icon name="key" /> {opened}
        </span>
      )}
      {waits === null ? null : <Fact label="Việc tiếp theo" value={waits} />}
      <Others filing={filing} />
    </section>
  )
}

/** Why it came back, where whoever has to put it right sees it first. */
function GivenBack({ filing: { state, history } }: { readonly filing: Filing }) {
  const last = history.findLast(({ step }) => step !== 'unlock')
  if (state !== 'draft' || last?.step !== 'giveBack') return null
  return (
    <Banner tone="attention" title={`${last.by} trả lại lúc ${momentWords(last.at)}`}>
      {last.comment}
    </Banner>
  )
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <span>
      <span className="g-soft">{label}:</span> {value}
    </span>
  )
}

/** The filing before and after this one of the same period. */
function Others({ filing: { adjusts, adjustedBy, adjustment } }: { readonly filing: Filing }) {
  return (
    <>
      {adjusts === null ? null : (
        <Link href={filingAddress(adjusts)}>
          {adjustment === 1 ? 'Báo cáo ban đầu' : `Điều chỉnh lần ${adjustment - 1}`}
        </Link>
      )}
      {adjustedBy === null ? null : (
        <Link href={filingAddress(adjustedBy)}>Đã có điều chỉnh lần {adjustment + 1}</Link>
      )}
    </>
  )
}

function FilingParts({ filing }: { readonly filing: Filing }) {
  const [chosen, choose] = useInAddress('muc')
  const tabs = filingTabs.filter(tab => tab.shown?.(filing) ?? true)
  const [first] = tabs
  const tab = tabs.find(({ key }) => key === chosen) ?? first
  if (tab === undefined) return null
  const Content = tab.content
  return (
    <>
      <div className="rep-tabs" role="tablist" aria-label="Nội dung báo cáo">
        {tabs.map(({ key, label, mark: Mark }) => (
          <button
            key={key}
            type="button"
            role="tab"
            aria-selected={key === tab.key}
            className="rep-tab"
            onClick={() => choose(key === first?.key ? null : key)}
          >
            {label}
            {Mark === undefined ? null : <Mark filing={filing} />}
          </button>
        ))}
      </div>
      <Content filing={filing} />
    </>
  )
}
