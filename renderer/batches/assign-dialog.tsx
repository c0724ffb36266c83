import { Button } from '@mantine/core'
import { z } from 'zod'
import { optionalText } from '../../electron/core/applications/model.ts'
import { useFilterChoices } from '../applications/use-filter-choices.ts'
import type { Choice } from '../ui/choice.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { Form } from '../ui/form.tsx'
import { TextBlock } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { BatchFrame } from './batch-dialog.tsx'
import { type BatchDialogProps, useBatch } from './use-batch.ts'

const keep = 'keep'
const nobody = 'none'

const rule = z
  .object({ teamId: z.string(), officerId: z.string(), reason: optionalText(500) })
  .refine(({ teamId, officerId }) => teamId !== keep || officerId !== keep, {
    message: 'Chọn tổ hoặc cán bộ để phân công.',
    path: ['teamId'],
  })

const withWords = (choices: readonly Choice<number>[], without: string): readonly Choice<string>[] => [
  { value: keep, label: 'Giữ như hiện nay' },
  ...choices.map(({ value, label }) => ({ value: String(value), label })),
  { value: nobody, label: without },
]

const chosen = (text: string): number | null => (text === nobody ? null : Number(text))

/** Gives all picked files to a team, an officer, or both. */
export function AssignDialog(props: BatchDialogProps) {
  const { teams, officers } = useFilterChoices()
  const batch = useBatch(props)
  const form = useZodForm(rule, { teamId: keep, officerId: keep, reason: '' })
  return (
    <BatchFrame title={`Phân công ${props.words}`} batch={batch} onClose={props.onClose}>
      <Form
        form={form}
        label="Phân công"
        onSubmit={({ teamId, officerId, reason }) =>
          batch.run(
            {
              kind: 'assign',
              ...(teamId === keep ? {} : { teamId: chosen(teamId) }),
              ...(officerId === keep ? {} : { officerId: chosen(officerId) }),
              reason,
            },
            'phân công',
          )
        }
        footer={
          <>
            <Button variant="default" onClick={props.onClose}>
              Quay lại
            </Button>
            <Button type="submit">Phân công {props.words}</Button>
          </>
        }
      >
        <ChoiceField
          form={form}
          name="teamId"
          label="Tổ"
          choices={withWords(teams, 'Không thuộc tổ nào')}
          autoFocus
        />
        <ChoiceField
          form={form}
          name="officerId"
          label="Cán bộ thụ lý"
          choices={withWords(officers, 'Chưa giao cán bộ')}
        />
        <TextBlock
          form={form}
          name="reason"
          label="Lý do"
          hint="Cần khi trong số đã chọn có hồ sơ đã giải quyết."
          lines={2}
        />
      </Form>
    </BatchFrame>
  )
}
