import { contract } from '../../electron/core/contract.ts'
import type { Target } from '../../electron/core/targets/contract.ts'
import type { Team } from '../../electron/core/teams/contract.ts'
import { useCommand } from '../api/use-query.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { DayField } from '../ui/day-field.tsx'
import { today } from '../ui/day-text.ts'
import { Form } from '../ui/form.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { percentRule } from '../ui/percent-rule.ts'
import { say } from '../ui/said.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { FormButtons } from './list-and-form.tsx'

const input = contract.targets.set.input
// typed as a percentage, kept in basis points: 10 % = 1000
const rule = input.omit({ basisPoints: true, version: true }).extend({ percent: percentRule })

const months = Array.from({ length: 13 }, (_, month) => ({
  value: month,
  label: month === 0 ? 'Cả năm' : `Tháng ${month}`,
}))

type TargetFormProps = {
  readonly target: Target | null
  readonly teams: readonly Team[]
  readonly onClose: () => void
}

/** A target as the document gives it; year, scope and month are its key and stay. */
export function TargetForm({ target, teams, onClose }: TargetFormProps) {
  const set = useCommand('targets.set')
  const form = useZodForm(rule, {
    year: target?.year ?? Number(today().slice(0, 4)),
    teamId: target?.teamId ?? 0,
    month: target?.month ?? 0,
    percent: (target?.basisPoints ?? 1000) / 100,
    document: target?.document ?? '',
    documentDay: target?.documentDay ?? null,
  })
  const scopes = [
    { value: 0, label: 'Toàn cơ quan' },
    ...teams.filter(team => team.active).map(team => ({ value: team.id, label: team.name })),
  ]
  return (
    <Form
      form={form}
      label="Chỉ tiêu"
      onSubmit={async ({ percent, ...values }) => {
        await set.mutateAsync({
          ...values,
          basisPoints: Math.round(percent * 100),
          version: target?.version ?? 0,
        })
        say(`Đã lưu chỉ tiêu năm ${values.year}.`)
        onClose()
      }}
      footer={<FormButtons busy={form.formState.isSubmitting} onClose={onClose} />}
    >
      <NumberField
        form={form}
        name="year"
        label="Năm"
        plain
        required
        disabled={target !== null}
        autoFocus={target === null}
      />
      <ChoiceField form={form} name="teamId" label="Phạm vi" choices={scopes} disabled={target !== null} />
      <ChoiceField
        form={form}
        name="month"
        label="Thời gian"
        choices={months}
        search={false}
        disabled={target !== null}
      />
      <NumberField
        form={form}
        name="percent"
        label="Chỉ tiêu"
        decimals={2}
        unit="%"
        required
        autoFocus={target !== null}
      />
      <TextField form={form} name="document" label="Văn bản giao" hint="Số, ký hiệu của văn bản." />
      <DayField form={form} name="documentDay" label="Ngày văn bản" />
    </Form>
  )
}
