import { Button, Tooltip } from '@mantine/core'
import { useState } from 'react'
import type { Application, Saved } from '../../electron/core/applications/contract.ts'
import { type Move, moveOf } from '../../electron/core/applications/statuses.ts'
import { useMay } from '../api/me.ts'
import { Icon } from '../ui/icon.tsx'
import { say } from '../ui/said.tsx'
import { keyOfMove, mainKey, mainMove, undoKey, useFileKeys } from './application-keys.ts'
import { UndoDialog } from './application-undo-dialog.tsx'
import { keepRemarks } from './drafts.ts'
import { isRefusal, MoveDialog } from './move-dialog.tsx'

/** What may be done next as buttons, each with its key; the step just made can be taken back. */
export function Moves({ file }: { readonly file: Application }) {
  const may = useMay()
  const [chosen, setChosen] = useState<Move | null>(null)
  // the step the dialog was opened for: a colleague's next one must not take a dialog away that has something to say
  const [undoing, setUndoing] = useState<Application['undoable']>(null)
  const mayMove = may('applications.move')
  const moves = mayMove ? file.moves.map(name => moveOf[name]) : []
  const main = mayMove ? mainMove(file.moves) : null
  const last = file.undoable
  useFileKeys({
    ...Object.fromEntries(moves.map(move => [keyOfMove(move), () => setChosen(move)])),
    ...(main === null ? {} : { [mainKey]: () => setChosen(main) }),
    ...(last === null ? {} : { [undoKey]: () => setUndoing(last) }),
  })
  if (!mayMove) return null
  const ordered = [...moves].sort((a, b) => Number(isRefusal(a)) - Number(isRefusal(b)))
  const done = (words: string) => (saved: Saved) => {
    setChosen(null)
    setUndoing(null)
    keepRemarks(saved)
    say(words)
  }
  return (
    <div className="app-moves">
      {moves.length === 0 ? (
        <p className="app-soft app-moves-none">Hồ sơ đã kết thúc, không còn bước tiếp theo.</p>
      ) : null}
      {main === null ? null : (
        <Tooltip label={`${mainKey} hoặc ${keyOfMove(main)}`}>
          <Button onClick={() => setChosen(main)}>{main.label}</Button>
        </Tooltip>
      )}
      {ordered
        .filter(move => move !== main)
        .map(move => (
          <Tooltip key={move.name} label={keyOfMove(move)}>
            <Button
              variant="default"
              className={isRefusal(move) ? 'app-refusal' : ''}
              onClick={() => setChosen(move)}
            >
              {move.label}
            </Button>
          </Tooltip>
        ))}
      {last === null ? null : (
        <Tooltip label={`Rút lại bước “${last.title}” (${undoKey})`}>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<Icon name="undo" />}
            onClick={() => setUndoing(last)}
          >
            Rút lại bước
          </Button>
        </Tooltip>
      )}
      {chosen === null ? null : (
        <MoveDialog
          file={file}
          move={chosen}
          onClose={() => setChosen(null)}
          onDone={done(`${chosen.label}: đã ghi vào hồ sơ ${file.dossierCode}.`)}
        />
      )}
      {undoing === null ? null : (
        <UndoDialog
          file={file}
          last={undoing}
          onClose={() => setUndoing(null)}
          onDone={done(`Đã rút lại bước “${undoing.title}” của hồ sơ ${file.dossierCode}.`)}
        />
      )}
    </div>
  )
}
