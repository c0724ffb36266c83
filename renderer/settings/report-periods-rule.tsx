import { useState } from 'react'
import { z } from 'zod'
import type { ReportKind } from '../../electron/core/reports/contract.ts'
import type { SettingShown } from '../../electron/core/settings/contract.ts'
import { periodRule, type SettingValue } from '../../electron/core/settings/model.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { CheckField } from '../ui/check-field.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { GuardedChoice } from './guarded-choice.tsx'
import { RuleForm } from './rule-form.tsx'
import { ShownValue, useChosenDay, useShownDay } from './shown-day.tsx'
import { weekStarts } from './small-rules.tsx'
import { useSetting } from './use-setting.ts'

/** A kind of report that is cut otherwise than the office's others: a month to the 14th, a week from Friday. */
export function ReportPeriodsRule() {
  const kinds = useAsk('reports.kinds', {})
  const [name, setName] = useState<string | null>(null)
  return (
    <Answered ask={kinds} lines={6}>
      {list => {
        const kind = list.find(one => one.name === name) ?? list[0]
        return kind === undefined ? null : (
          <RuleOfKind key={kind.name} kind={kind} kinds={list} chosen={name !== null} onChoose={setName} />
        )
      }}
    </Answered>
  )
}

type RuleOfKindProps = {
  readonly kind: ReportKind
  readonly kinds: readonly ReportKind[]
  /** By hand: the keyboard stays at the choice. */
  readonly chosen: boolean
  readonly onChoose: (name: string) => void
}

function RuleOfKind(props: RuleOfKindProps) {
  const day = useShownDay()
  const office = useAsk('settings.get', day.asked)
  const own = useAsk('settings.ofReport', { report: props.kind.name, ...day.asked }, { fresh: true })
  return (
    <Answered ask={office} lines={6}>
      {({ periods }) => (
        <ShownValue day={day} ask={own}>
          {({ reportPeriod }) => <RuleOfKindForm {...props} office={periods.value} inForce={reportPeriod} />}
        </ShownValue>
      )}
    </Answered>
  )
}

type FormProps = RuleOfKindProps & {
  readonly office: SettingValue<'periods'>
  readonly inForce: SettingShown<'reportPeriod'>
}

const ownRule = periodRule.extend({ own: z.boolean() })

function RuleOfKindForm({ office, inForce, kind, kinds, chosen, onChoose }: FormProps) {
  const { turn } = useChosenDay()
  const form = useZodForm(ownRule, { ...(inForce.value ?? office), own: inForce.value !== null })
  return (
    <RuleForm
      title="Kỳ báo cáo theo loại báo cáo"
      note="Loại báo cáo nào không có quy tắc riêng thì theo mục Kỳ báo cáo ở trên."
      form={form}
      setting={useSetting(inForce)}
      plain={({ own, ...rule }) => (own ? rule : null)}
    >
      <GuardedChoice
        label="Loại báo cáo"
        value={kind.name}
        choices={kinds.map(one => ({ value: one.name, label: one.title }))}
        autoFocus={chosen && turn === 0}
        dirty={form.formState.isDirty}
        onChoose={onChoose}
      />
      <CheckField form={form} name="own" label="Có quy tắc riêng" />
      <ChoiceField form={form} name="weekStart" label="Tuần bắt đầu từ" choices={weekStarts} />
      <CheckField
        form={form}
        name="monthClosesOn14"
        label="Tháng chốt số liệu ngày 14"
        hint="Từ ngày 15 tháng trước đến ngày 14 tháng này; quý, 6 tháng, năm cũng vậy."
      />
    </RuleForm>
  )
}
