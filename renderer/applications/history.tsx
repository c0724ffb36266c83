import { Button } from '@mantine/core'
import type { HistoryEntry } from '../../electron/core/applications/contract.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { statusLook, Tag } from '../ui/status-badge.tsx'
import { type HistoryLine, historyLines } from './history-lines.ts'

type HistoryProps = {
  readonly history: readonly HistoryEntry[]
  /** Absent for those who may not correct. */
  readonly onCorrect?: (line: HistoryLine) => void
}

const kindIcons: Readonly<Record<Exclude<HistoryLine['kind'], 'step'>, IconName>> = {
  appointed: 'calendar',
  correction: 'edit',
  'taken-back': 'undo',
}

/** Everything that happened to a file, newest first; nothing disappears, corrections say that they are. */
export function History({ history, onCorrect }: HistoryProps) {
  return (
    <ol className="app-history">
      {historyLines(history).map(line => (
        <HistoryItem key={line.entry.id} line={line} {...(onCorrect === undefined ? {} : { onCorrect })} />
      ))}
    </ol>
  )
}

function HistoryItem({ line, onCorrect }: { readonly line: HistoryLine } & Pick<HistoryProps, 'onCorrect'>) {
  const { entry, kind, title, was, day, source } = line
  const look = kind === 'step' && entry.status !== null ? statusLook[entry.status] : null
  const icon = look?.icon ?? (kind === 'step' ? 'check' : kindIcons[kind])
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
