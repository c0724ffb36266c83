import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Application, Saved } from '../../electron/core/applications/contract.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { FormError } from '../ui/form.tsx'
import { ChangesSince } from './application-changes-since.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import { useStep } from './use-step.ts'

type UndoProps = {
  readonly file: Application
  /** The step that this dialog names, whatever became the last one since. */
  readonly last: NonNullable<Application['undoable']>
  readonly onClose: () => void
  readonly onDone: (saved: Saved) => void
}

/** Takes the last step back; the core has said that this person may. */
export function UndoDialog({ file, last, onClose, onDone }: UndoProps) {
  const step = useStep('applications.undo', file.version)
  const [problem, setProblem] = useState<unknown>(null)
  // once the file has changed a second try might take back another step than the one named here
  const over = step.conflict !== null
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (over) back.current?.focus()
  }, [over])
  const undo = async () => {
    setProblem(null)
    try {
      onDone(await step.send({ id: file.id, version: step.version }))
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <DecisionDialog title={`Rút lại bước “${last.title}”`} onClose={onClose}>
      <div className="g-dialog">
        <p>
          Bước ngày {showDay(last.day)}, do {last.by} ghi. Hồ sơ trở lại như trước bước này; bước đã rút vẫn
          hiện trong lịch sử hồ sơ.
        </p>
        <p className="app-soft">
          Cán bộ rút lại được bước của mình trong ngày. Tổ trưởng trở lên rút lại được bước gần nhất của mọi
          hồ sơ.
        </p>
        <FormError error={problem} />
        <ChangesSince conflict={step.conflict} />
        <div className="g-form-footer">
          <Button ref={back} variant="default" onClick={onClose}>
            Quay lại
          </Button>
          {over ? null : (
            <Button color="red" loading={step.pending} onClick={() => void undo()} data-autofocus>
              Rút lại bước
            </Button>
          )}
        </div>
      </div>
    </DecisionDialog>
  )
}
