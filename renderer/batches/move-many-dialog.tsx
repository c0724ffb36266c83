import { Button } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { day, fields } from '../../electron/core/applications/model.ts'
import { moveNames, moveOf, moves } from '../../electron/core/applications/statuses.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { DayField } from '../ui/day-field.tsx'
import { today } from '../ui/day-text.ts'
import { Form } from '../ui/form.tsx'
import { TextBlock } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { BatchFrame } from './batch-dialog.tsx'
import { type BatchDialogProps, useBatch } from './use-batch.ts'

const choices = moves.map(({ name, label }) => ({ value: name, label }))

function ruleToday() {
  const now = today()
  return z
    .object({
      move: z.enum(moveNames, 'Chọn bước.'),
      day: z
        .string()
        .nullable()
        .transform(typed => typed ?? '')
        .pipe(day)
        .refine(typed => typed <= now, 'Ngày thực hiện ở sau hôm nay. Sửa lại ngày.'),
      reason: fields.notes.rule,
    })
    .refine(({ move, reason }) => !moveOf[move].needsReason || reason !== null, {
      message: 'Nhập lý do.',
      path: ['reason'],
    })
}

/** Takes all picked files one step on; those the step does not fit are listed and stay as they are. */
export function MoveManyDialog(props: BatchDialogProps) {
  const batch = useBatch(props)
  const [rule] = useState(ruleToday)
  const form = useZodForm(rule, { day: today(), reason: '' })
  const move = form.watch('move')
  const chosen = move === undefined ? null : (moveOf[move] ?? null)
  return (
    <BatchFrame title={`Chuyển bước ${props.words}`} batch={batch} onClose={props.onClose}>
      <Form
        form={form}
        label="Chuyển bước"
        onSubmit={values =>
          batch.run({ kind: 'move', ...values }, `ghi bước “${moveOf[values.move].label}” cho`)
        }
        footer={
          <>
            <Button variant="default" onClick={props.onClose}>
              Quay lại
            </Button>
            <Button type="submit" color={move === 'refuse' || move === 'stop' ? 'red' : 'blue'}>
              {chosen?.label ?? 'Chuyển bước'} {props.words}
            </Button>
          </>
        }
      >
        <ChoiceField
          form={form}
          name="move"
          label="Bước"
          choices={choices}
          search={false}
          required
          autoFocus
        />
        <DayField form={form} name="day" label="Ngày thực hiện" required />
        <TextBlock
          form={form}
          name="reason"
          label={chosen?.needsReason === true ? 'Lý do' : 'Ghi chú của bước này'}
          required={chosen?.needsReason === true}
          lines={2}
        />
        <p className="app-soft">
          Hồ sơ không ở trạng thái cho phép bước này sẽ được liệt kê kèm lý do và giữ nguyên.
        </p>
      </Form>
    </BatchFrame>
  )
}
