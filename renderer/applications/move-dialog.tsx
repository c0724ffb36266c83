import { Button } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import type { Application, Saved } from '../../electron/core/applications/contract.ts'
import { day, fields, returnWayNames, returnWays } from '../../electron/core/applications/model.ts'
import type { Move } from '../../electron/core/applications/statuses.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { DayField } from '../ui/day-field.tsx'
import { today } from '../ui/day-text.ts'
import { Form } from '../ui/form.tsx'
import { TextBlock, TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { ChangesSince } from './application-changes-since.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import { useStep } from './use-step.ts'

type MoveDialogProps = {
  readonly file: Application
  readonly move: Move
  readonly onClose: () => void
  readonly onDone: (saved: Saved) => void
}

const returnChoices = returnWays.map(value => ({ value, label: returnWayNames[value] }))

function ruleOf(file: Application, move: Move) {
  const now = today()
  return z.object({
    day: z
      .string()
      .nullable()
      .transform(typed => typed ?? '')
      .pipe(day)
      .refine(typed => typed <= now, 'Ngày thực hiện ở sau hôm nay. Sửa lại ngày.')
      .refine(
        typed => typed >= file.statusDay,
        `Ngày thực hiện trước bước gần nhất (${showDay(file.statusDay)}). Sửa lại ngày.`,
      ),
    reason: fields.notes.rule.refine(text => !move.needsReason || text !== null, 'Nhập lý do.'),
    returnWay: fields.returnWay.rule,
    postalCode: fields.postalCode.rule,
  })
}

/** Asks only what this step needs; the day is today unless said. */
export function MoveDialog({ file, move, onClose, onDone }: MoveDialogProps) {
  const step = useStep('applications.move', file.version)
  const [rule] = useState(() => ruleOf(file, move))
  const form = useZodForm(rule, {
    day: today(),
    reason: '',
    returnWay: file.returnWay ?? 'counter',
    postalCode: file.facts.postalCode ?? '',
  })
  const returned = move.name === 'return'
  const byPost = form.watch('returnWay') === 'post'
  return (
    <DecisionDialog title={`${move.label}: ${file.dossierCode}`} onClose={onClose}>
      <Form
        form={form}
        label={move.label}
        onSubmit={async values => {
          const { returnWay, postalCode, ...told } = values
          const extra = returned ? { returnWay, postalCode: byPost ? postalCode : null } : {}
          const saved = await step.send({
            ...{ id: file.id, version: step.version, move: move.name },
            ...told,
            ...extra,
          })
          onDone(saved)
        }}
        footer={
          <>
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button
              type="submit"
              color={isRefusal(move) ? 'red' : 'blue'}
              loading={step.pending}
              title="Ctrl+Enter"
            >
              {move.label}
            </Button>
          </>
        }
      >
        <p className="app-soft">{file.fullName}</p>
        <DayField form={form} name="day" label="Ngày thực hiện" required autoFocus />
        {returned ? (
          <ChoiceField form={form} name="returnWay" label={fields.returnWay.label} choices={returnChoices} />
        ) : null}
        {returned && byPost ? (
          <TextField form={form} name="postalCode" label={fields.postalCode.label} sort="code" />
        ) : null}
        {move.needsReason ? (
          <TextBlock form={form} name="reason" label="Lý do" required lines={3} />
        ) : (
          <TextBlock form={form} name="reason" label="Ghi chú của bước này" lines={2} />
        )}
        <ChangesSince conflict={step.conflict} />
      </Form>
    </DecisionDialog>
  )
}

export const isRefusal = (move: Move): boolean => move.name === 'refuse' || move.name === 'stop'
