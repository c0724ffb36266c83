import type { Twin } from '../../electron/core/applications/contract.ts'
import { channelNames } from '../../electron/core/applications/model.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { Banner } from '../ui/banner.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'

type TwinsProps = {
  readonly twins: readonly Twin[]
  /** Shows the other file; on the form for a new one it opens beside it. */
  readonly onShow: (id: number) => void
  readonly verb?: string
  readonly shown?: number | null
  /** "Là hồ sơ khác"; absent for those who may not say so. */
  readonly onDifferent?: (twin: Twin) => void
}

/** Open files of the same person: pointed out with what is needed to tell whether it is the same matter. */
export function Twins({ twins, onShow, verb = 'Mở hồ sơ', shown = null, onDifferent }: TwinsProps) {
  if (twins.length === 0) return null
  return (
    <Banner tone="attention" title={`Công dân này có ${twins.length} hồ sơ khác đang giải quyết`}>
      <ul className="app-twins">
        {twins.map(twin => (
          <li key={twin.id}>
            <span className="app-figures">{twin.dossierCode}</span>
            <span>
              {twin.fullName}
              {twin.birthDay === null ? '' : `, sinh ${showBirth(twin.birthDay)}`}
            </span>
            <span>
              {channelNames[twin.channel]}, nộp {showDay(twin.registeredDay)}
            </span>
            <StatusBadge status={twin.status} />
            <button
              type="button"
              className="app-link"
              aria-pressed={onDifferent === undefined ? undefined : shown === twin.id}
              onClick={() => onShow(twin.id)}
            >
              {verb}
            </button>
            {onDifferent === undefined ? null : (
              <button type="button" className="app-link" onClick={() => onDifferent(twin)}>
                Là hồ sơ khác
              </button>
            )}
          </li>
        ))}
      </ul>
    </Banner>
  )
}

/** A birth day, or the year where only that is known. */
export function showBirth(birthDay: string): string {
  return birthDay.length === 4 ? birthDay : showDay(birthDay)
}
