import type { SettingShown } from '../../electron/core/settings/contract.ts'
import { settingRules } from '../../electron/core/settings/model.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { RuleForm } from './rule-form.tsx'
import { useSetting } from './use-setting.ts'

const numerators = [
  { value: 'finished', label: 'Hồ sơ trực tuyến đã có kết quả' },
  { value: 'received', label: 'Hồ sơ trực tuyến đã tiếp nhận' },
  { value: 'registered', label: 'Hồ sơ trực tuyến đã nộp' },
] as const
const denominators = [
  { value: 'direct-and-postal', label: 'Trực tiếp và qua bưu chính' },
  { value: 'direct', label: 'Chỉ trực tiếp' },
  { value: 'all', label: 'Mọi hình thức nộp' },
] as const
const bothCounts = [
  { value: 'larger', label: 'Lấy số lớn hơn' },
  { value: 'logged', label: 'Lấy số hồ sơ đã ghi' },
  { value: 'total', label: 'Lấy số tổng trong ngày' },
] as const
const units = [
  { value: 'files', label: 'Hồ sơ' },
  { value: 'licences', label: 'Giấy phép lái xe' },
] as const

/** What is divided by what. */
export function TargetRule({ inForce }: { readonly inForce: SettingShown<'target'> }) {
  const form = useZodForm(settingRules.target, inForce.value)
  return (
    <RuleForm
      title="Cách tính chỉ tiêu"
      note="Tỷ lệ = tử số ÷ mẫu số, tính từ ngày 01/01 của năm."
      form={form}
      setting={useSetting(inForce)}
      plain={values => values}
    >
      <ChoiceField form={form} name="numerator" label="Tử số" choices={numerators} />
      <ChoiceField form={form} name="denominator" label="Mẫu số" choices={denominators} />
      <ChoiceField form={form} name="bothCounts" label="Ngày có cả hồ sơ và số tổng" choices={bothCounts} />
    </RuleForm>
  )
}

/** What is counted: files, or the licences in them. */
export function UnitRule({ inForce }: { readonly inForce: SettingShown<'unit'> }) {
  const form = useZodForm(settingRules.unit, inForce.value)
  return (
    <RuleForm
      title="Đơn vị tính"
      note="Mọi số liệu đếm theo hồ sơ hoặc theo số giấy phép lái xe của hồ sơ."
      form={form}
      setting={useSetting(inForce)}
      plain={values => values}
    >
      <ChoiceField form={form} name="unit" label="Đếm theo" choices={units} />
    </RuleForm>
  )
}
