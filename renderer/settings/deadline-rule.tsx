import type { SettingShown } from '../../electron/core/settings/contract.ts'
import { settingRules } from '../../electron/core/settings/model.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { RuleForm } from './rule-form.tsx'
import { useSetting } from './use-setting.ts'

const afterPause = [
  { value: 'fresh', label: 'Tính lại đủ thời hạn' },
  { value: 'remaining', label: 'Tính tiếp số ngày còn lại' },
] as const

/** Working days for the exchange, and what a pause does to them. */
export function DeadlineRule({ inForce }: { readonly inForce: SettingShown<'deadline'> }) {
  const form = useZodForm(settingRules.deadline, inForce.value)
  return (
    <RuleForm
      title="Thời hạn giải quyết"
      note="Ngày đầu không tính; chỉ tính ngày làm việc theo lịch nghỉ."
      form={form}
      setting={useSetting(inForce)}
      plain={values => values}
    >
      <NumberField form={form} name="days" label="Thời hạn giải quyết" unit="ngày làm việc" required />
      <NumberField
        form={form}
        name="supplementDays"
        label="Thời hạn báo bổ sung"
        unit="ngày làm việc"
        required
      />
      <ChoiceField form={form} name="afterPause" label="Sau khi tạm dừng" choices={afterPause} />
    </RuleForm>
  )
}
