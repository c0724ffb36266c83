import { fields } from '../../electron/core/applications/model.ts'
import { Banner } from '../ui/banner.tsx'
import { type Conflict, changeWords } from './application-conflict.ts'
import { useFactWords } from './facts-words.ts'

/** In the dialog of a step: what somebody else has saved meanwhile, before the step is tried again. */
export function ChangesSince({ conflict }: { readonly conflict: Conflict | null }) {
  const words = useFactWords()
  if (conflict === null || conflict.changes.length === 0) return null
  const said = (field: string, value: unknown) =>
    isField(field) ? words(field, value) : changeWords(field, value)
  return (
    <Banner tone="attention" title="Thay đổi từ khi mở hồ sơ">
      <ul className="app-remarks">
        {conflict.changes.map(({ field, label, from, to, by, at }) => (
          <li key={`${at} ${label}`}>
            {label}: {from === null ? '' : `${said(field, from)} → `}
            <strong>{said(field, to)}</strong>{' '}
            <span className="app-soft">
              ({by} lúc {at.slice(11, 16)})
            </span>
          </li>
        ))}
      </ul>
    </Banner>
  )
}

const isField = (name: string): name is keyof typeof fields => name in fields
