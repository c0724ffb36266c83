import type { SettingShown } from '../../electron/core/settings/contract.ts'
import { settingRules } from '../../electron/core/settings/model.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { RuleForm } from './rule-form.tsx'
import { useSetting } from './use-setting.ts'

const sets = [
  { value: '2018', label: 'Thông tư số 01/2018/TT-VPCP' },
  { value: '2025', label: 'Thông tư số 03/2025/TT-VPCP' },
] as const

/** Which set of one-stop forms slips are printed by, from which day. */
export function FormSetRule({ inForce }: { readonly inForce: SettingShown<'formSet'> }) {
  const form = useZodForm(settingRules.formSet, inForce.value)
  return (
    <RuleForm
      title="Bộ mẫu phiếu"
      note="Số hiệu mẫu khác nhau giữa hai bộ. Phiếu theo bộ mẫu của ngày lập, in lại giữ bộ mẫu cũ."
      form={form}
      setting={useSetting(inForce)}
      plain={values => values}
    >
      <ChoiceField form={form} name="set" label="Bộ mẫu" choices={sets} />
    </RuleForm>
  )
}
