import type { Application } from '../../electron/core/applications/contract.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { Icon } from '../ui/icon.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { Moves } from './application-moves.tsx'
import { clockOf } from './clock.ts'

type HeadProps = {
  readonly file: Application
  readonly explained: boolean
  readonly onExplain: () => void
}

/** Who and which file, where it stands, how long is left, and what may be done next. */
export function ApplicationHead({ file, explained, onExplain }: HeadProps) {
  const clock = clockOf(file)
  return (
    <header className="app-head">
      <div className="app-head-name">
        <h2>{file.fullName}</h2>
        <StatusBadge status={file.status} short={false} />
      </div>
      <div className="app-head-facts">
        <span className="app-figures">{file.dossierCode}</span>
        {file.dueDay === null ? null : (
          <span>
            Hẹn trả <strong className="app-figures">{showDay(file.dueDay)}</strong>
          </span>
        )}
        {file.dueDay === null ? null : (
          <button type="button" className="app-link" aria-expanded={explained} onClick={onExplain}>
            Vì sao ngày này?
          </button>
        )}
        {clock === null ? null : (
          <span className={`app-head-clock app-tone-${clock.tone}`}>
            <Icon name={clock.tone === 'bad' ? 'alert' : clock.tone === 'good' ? 'done' : 'clock'} />
            {clock.text}
          </span>
        )}
        {file.postedDay === null || file.status === 10 ? null : (
          <span>Đã giao bưu chính ngày {showDay(file.postedDay)}</span>
        )}
      </div>
      <Moves file={file} />
    </header>
  )
}
