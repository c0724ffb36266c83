import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Application } from '../../electron/core/applications/contract.ts'
import { type Move, type MoveName, moveOf } from '../../electron/core/applications/statuses.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { useMay } from '../api/me.ts'
import { Icon } from '../ui/icon.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import { clockOf } from './clock.ts'
import { isRefusal, MoveDialog } from './move-dialog.tsx'

type HeadProps = {
  readonly file: Application
  readonly explained: boolean
  readonly onExplain: () => void
}

/** The road most files take: its next step is the main button. */
const usualRoad: readonly MoveName[] = ['receive', 'process', 'continue', 'finish', 'return', 'reopen']

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
      </div>
      <Moves file={file} />
    </header>
  )
}

function Moves({ file }: { readonly file: Application }) {
  const may = useMay()
  const [chosen, setChosen] = useState<Move | null>(null)
  if (!may('applications.move')) return null
  const moves = file.moves.map(name => moveOf[name])
  if (moves.length === 0) {
    return <p className="app-soft">Hồ sơ đã kết thúc, không còn bước tiếp theo.</p>
  }
  const main = usualRoad.map(name => moves.find(move => move.name === name)).find(move => move !== undefined)
  const ordered = [...moves].sort((a, b) => Number(isRefusal(a)) - Number(isRefusal(b)))
  return (
    <div className="app-moves">
      {main === undefined ? null : <Button onClick={() => setChosen(main)}>{main.label}</Button>}
      {ordered
        .filter(move => move !== main)
        .map(move => (
          <Button
            key={move.name}
            variant="default"
            className={isRefusal(move) ? 'app-refusal' : ''}
            onClick={() => setChosen(move)}
          >
            {move.label}
          </Button>
        ))}
      {chosen === null ? null : (
        <MoveDialog
          file={file}
          move={chosen}
          onClose={() => setChosen(null)}
          onDone={() => setChosen(null)}
        />
      )}
    </div>
  )
}
