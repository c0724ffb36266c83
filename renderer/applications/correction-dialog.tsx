import { Button } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import type { Application, Saved } from '../../electron/core/applications/contract.ts'
import { day } from '../../electron/core/applications/model.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { DayField } from '../ui/day-field.tsx'
import { Form } from '../ui/form.tsx'
import { TextBlock } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { ChangesSince } from './application-changes-since.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import type { HistoryLine } from './history-lines.ts'
import { useStep } from './use-step.ts'

type CorrectionProps = {
  readonly file: Application
  readonly onClose: () => void
  readonly onDone: (saved: Saved) => void
}

const typedDay = z
  .string()
  .nullable()
  .transform(typed => typed ?? '')
  .pipe(day)
const reasonFor = (missing: string) =>
  z
    .string()
    .max(500, 'Lý do dài quá 500 ký tự. Rút ngắn lại.')
    .refine(text => text.trim() !== '', missing)

const correctionRule = z
  .object({ what: z.enum(['day', 'back']), day: z.string().nullable(), reason: reasonFor('Nhập lý do sửa.') })
  .superRefine((values, context) => {
    if (values.what === 'back') return
    const read = typedDay.safeParse(values.day)
    if (!read.success)
      context.addIssue({
        code: 'custom',
        path: ['day'],
        message: read.error.issues[0]?.message ?? 'Nhập ngày đúng.',
      })
  })

const whatChoices = [
  { value: 'day', label: 'Sửa lại ngày' },
  { value: 'back', label: 'Rút lại bước này' },
] as const

/** A supervisor corrects the day of a step or takes the step back; the old entry stays in the history. */
export function CorrectionDialog({
  file,
  line,
  onClose,
  onDone,
}: CorrectionProps & { readonly line: HistoryLine }) {
  const step = useStep('applications.correct', file.version)
  const form = useZodForm(correctionRule, { what: 'day', day: line.entry.day, reason: '' })
  const back = form.watch('what') === 'back'
  const first = line.entry.status === 1
  return (
    <DecisionDialog title={`Sửa bước “${line.title}” ngày ${line.day}`} onClose={onClose}>
      <Form
        form={form}
        label="Sửa lịch sử hồ sơ"
        onSubmit={async values => {
          const corrected = values.what === 'back' ? null : values.day
          onDone(
            await step.send({
              id: file.id,
              version: step.version,
              eventId: line.entry.id,
              day: corrected,
              reason: values.reason,
            }),
          )
        }}
        footer={
          <>
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button type="submit" color={back ? 'red' : 'blue'} loading={step.pending}>
              {back ? 'Rút lại bước' : 'Sửa ngày'}
            </Button>
          </>
        }
      >
        <p className="app-soft">
          Nội dung cũ vẫn giữ trong lịch sử hồ sơ. Trạng thái và thời hạn được tính lại theo nội dung sửa.
        </p>
        {first ? null : <ChoiceField form={form} name="what" label="Cách sửa" choices={whatChoices} />}
        {back ? null : <DayField form={form} name="day" label="Ngày đúng" required autoFocus />}
        <TextBlock form={form} name="reason" label="Lý do sửa" required lines={3} />
        <ChangesSince conflict={step.conflict} />
      </Form>
    </DecisionDialog>
  )
}

/** Replaces the appointed day from the start. */
export function AppointDialog({ file, onClose, onDone }: CorrectionProps) {
  const step = useStep('applications.appoint', file.version)
  const [rule] = useState(() =>
    z.object({ dueDay: typedDay, reason: reasonFor('Nhập lý do sửa ngày hẹn trả.') }),
  )
  const form = useZodForm(rule, { dueDay: file.dueDay, reason: '' })
  return (
    <DecisionDialog title={`Sửa ngày hẹn trả: ${file.dossierCode}`} onClose={onClose}>
      <Form
        form={form}
        label="Sửa ngày hẹn trả"
        onSubmit={async values => {
          onDone(await step.send({ id: file.id, version: step.version, ...values }))
        }}
        footer={
          <>
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button type="submit" loading={step.pending}>
              Sửa ngày hẹn trả
            </Button>
          </>
        }
      >
        <DayField form={form} name="dueDay" label="Ngày hẹn trả đúng" required autoFocus />
        <TextBlock form={form} name="reason" label="Lý do sửa" required lines={3} />
        <ChangesSince conflict={step.conflict} />
      </Form>
    </DecisionDialog>
  )
}
