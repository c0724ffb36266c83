import { useState } from 'react'
import { z } from 'zod'
import type { ReportKind } from '../../electron/core/reports/contract.ts'
import type { SettingInForce } from '../../electron/core/settings/contract.ts'
import { periodRule } from '../../electron/core/settings/model.ts'
import { useAsk } from '../api/use-query.ts'
import { CheckField } from '../ui/check-field.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { RuleForm } from './rule-form.tsx'
import { weekStarts } from './small-rules.tsx'
import { useSetting, valueOn } from './use-setting.ts'

type RulesOfKinds = {
  readonly office: SettingInForce<'periods'>
  readonly inForce: SettingInForce<'reportPeriods'>
}

/** A kind of report that is cut otherwise than the office's others: a month to the 14th, a week from Friday. */
export function ReportPeriodsRule({ office, inForce }: RulesOfKinds) {
  const kinds = useAsk('reports.kinds', {}).data ?? []
  const [name, setName] = useState<string | null>(null)
  const kind = kinds.find(one => one.name === name) ?? kinds[0]
  if (kind === undefined) return null
  return (
    <RuleOfKind
      key={kind.name}
      office={office}
      inForce={inForce}
      kind={kind}
      kinds={kinds}
      onChoose={setName}
    />
  )
}

type RuleOfKindProps = RulesOfKinds & {
  readonly kind: ReportKind
  readonly kinds: readonly ReportKind[]
  readonly onChoose: (name: string | null) => void
}

const ownRule = periodRule.extend({ own: z.boolean() })

function RuleOfKind({ office, inForce, kind, kinds, onChoose }: RuleOfKindProps) {
  const standing = inForce.value.kinds[kind.name]
  const form = useZodForm(ownRule, { ...(standing ?? office.value), own: standing !== undefined })
  return (
    <RuleForm
      title="Kỳ báo cáo theo loại báo cáo"
      note="Loại báo cáo nào không có quy tắc riêng thì theo mục Kỳ báo cáo ở trên."
      form={form}
      setting={useSetting(inForce)}
      plain={async ({ own, ...rule }, from) => {
        const { [kind.name]: _, ...others } = (await valueOn(inForce, from)).kinds
        return { kinds: own ? { ...others, [kind.name]: rule } : others }
      }}
    >
      <ChoiceField
        label="Loại báo cáo"
        value={kind.name}
        choices={kinds.map(one => ({ value: one.name, label: one.title }))}
        onChange={onChoose}
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
