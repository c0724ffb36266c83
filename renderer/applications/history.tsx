import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Application } from '../../electron/core/applications/contract.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { useAsk } from '../api/use-query.ts'
import { slipAddress } from '../slips/slip-address.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { statusLook, Tag } from '../ui/status-badge.tsx'
import { type TimelineItem, type TimelineKind, timeline, timelineKinds } from './application-timeline.ts'
import { useFactWords } from './facts-words.ts'
import type { HistoryLine } from './history-lines.ts'

type HistoryProps = {
  readonly file: Application
  /** Absent for those who may not correct. */
  readonly onCorrect?: (line: HistoryLine) => void
}

const lineIcons: Readonly<Record<Exclude<HistoryLine['kind'], 'step'>, IconName>> = {
  appointed: 'calendar',
  correction: 'edit',
  'taken-back': 'undo',
}
const kindIcons: Readonly<Record<TimelineKind, IconName>> = {
  step: 'check',
  change: 'edit',
  slip: 'print',
  file: 'file',
}

/** Everything that happened to a file, newest first; nothing disappears, corrections say that they are. */
export function History({ file, onCorrect }: HistoryProps) {
  const words = useFactWords()
  const subject = { applicationId: file.id }
  const slips = useAsk('slips.list', subject).data ?? []
  const changes = useAsk('audit.ofFile', subject).data ?? []
  const [shown, setShown] = useState<TimelineKind | null>(null)
  const items = timeline({ history: file.history, slips, changes }, words)
  const filters = timelineKinds.filter(({ kind }) => items.some(item => item.kind === kind))
  return (
    <>
      <fieldset className="app-timeline-filter" aria-label="Lọc lịch sử">
        <Filter label="Tất cả" count={items.length} on={shown === null} onPick={() => setShown(null)} />
        {filters.map(({ kind, label }) => (
          <Filter
            key={kind}
            label={label}
            count={items.filter(item => item.kind === kind).length}
            on={shown === kind}
            onPick={() => setShown(shown === kind ? null : kind)}
          />
        ))}
      </fieldset>
      <ol className="app-history" aria-label="Lịch sử hồ sơ">
        {items
          .filter(({ kind }) => shown === null || kind === shown)
          .map(item =>
            item.line === null ? (
              <OtherItem key={item.key} item={item} />
            ) : (
              <StepItem key={item.key} line={item.line} {...(onCorrect === undefined ? {} : { onCorrect })} />
            ),
          )}
      </ol>
    </>
  )
}

type FilterProps = {
  readonly label: string
  readonly count: number
  readonly on: boolean
  readonly onPick: () => void
}

function Filter({ label, count, on, onPick }: FilterProps) {
  return (
    <button type="button" className="app-pick" aria-pressed={on} onClick={onPick}>
      {label} <span className="app-figures">{count}</span>
    </button>
  )
}

function StepItem({ line, onCorrect }: { readonly line: HistoryLine } & Pick<HistoryProps, 'onCorrect'>) {
  const { entry, kind, title, was, day, source } = line
  const look = kind === 'step' && entry.status !== null ? statusLook[entry.status] : null
  const icon = look?.icon ?? (kind === 'step' ? 'check' : lineIcons[kind])
  return (
    <li className="app-history-item" data-superseded={entry.superseded}>
      <span className={`app-history-mark g-${look?.tone ?? 'neutral'}`}>
        <Icon name={icon} size={14} />
      </span>
      <div className="app-history-what">
        <div className="app-history-line">
          <strong>{title}</strong>
          {kind === 'correction' ? (
            <Tag tone="attention" icon="edit">
              Sửa sau
            </Tag>
          ) : null}
          {entry.superseded ? (
            <Tag tone="neutral" icon="undo">
              Đã sửa hoặc rút lại
            </Tag>
          ) : null}
        </div>
        {entry.reason === null ? null : <p>{entry.reason}</p>}
        <p className="app-soft app-small">{source}</p>
      </div>
      <div className="app-history-day">
        {was === null ? null : <s>{was}</s>}
        <span className="app-history-now">
          {day}
          {entry.time === null ? '' : ` ${entry.time}`}
        </span>
        {line.correctable && onCorrect !== undefined ? (
          <Button variant="subtle" size="compact-xs" onClick={() => onCorrect(line)}>
            Sửa
          </Button>
        ) : null}
      </div>
    </li>
  )
}

/** What is no step: facts changed, checks, slips printed, scans attached. */
function OtherItem({ item }: { readonly item: Extract<TimelineItem, { line: null }> }) {
  const [, navigate] = useLocation()
  const { slipId } = item
  return (
    <li className="app-history-item">
      <span className="app-history-mark g-neutral">
        <Icon name={kindIcons[item.kind]} size={14} />
      </span>
      <div className="app-history-what">
        <strong>{item.title}</strong>
        {item.details.map(detail => (
          <p key={detail}>{detail}</p>
        ))}
        <p className="app-soft app-small">{item.source}</p>
      </div>
      <div className="app-history-day">
        <span>{showDay(item.day)}</span>
        {slipId === null ? null : (
          <Button variant="subtle" size="compact-xs" onClick={() => navigate(slipAddress(slipId))}>
            Xem
          </Button>
        )}
      </div>
    </li>
  )
}
