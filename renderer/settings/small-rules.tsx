import type { SettingShown } from '../../electron/core/settings/contract.ts'
import { settingRules } from '../../electron/core/settings/model.ts'
import { CheckField } from '../ui/check-field.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { DayField } from '../ui/day-field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { weekdayNames } from './holiday-words.ts'
import { RuleForm } from './rule-form.tsx'
import { useSetting } from './use-setting.ts'

export const weekStarts = weekdayNames.map((label, at) => ({ value: at + 1, label }))

/** Where weeks and months of reports begin and end. */
export function PeriodsRule({ inForce }: { readonly inForce: SettingShown<'periods'> }) {
  const form = useZodForm(settingRules.periods, inForce.value)
  return (
    <RuleForm
      title="Kỳ báo cáo"
      note="Mặc định: tuần từ thứ Hai đến Chủ nhật, tháng theo lịch."
      form={form}
      setting={useSetting(inForce)}
      plain={values => values}
    >
      <ChoiceField form={form} name="weekStart" label="Tuần bắt đầu từ" choices={weekStarts} />
      <CheckField
        form={form}
        name="monthClosesOn14"
        label="Tháng chốt số liệu ngày 14"
        hint="Từ ngày 15 tháng trước đến ngày 14 tháng này."
      />
    </RuleForm>
  )
}

/** The year that is worked on, and the first day from which files are kept here. */
export function ReportingRule({ inForce }: { readonly inForce: SettingShown<'reporting'> }) {
  const form = useZodForm(settingRules.reporting, inForce.value)
  return (
    <RuleForm
      title="Năm báo cáo"
      note="Ngày bắt đầu: từ ngày này hồ sơ được ghi đủ trong ứng dụng."
      form={form}
      setting={useSetting(inForce)}
      plain={values => values}
      dated={false}
    >
      <NumberField form={form} name="year" label="Năm" plain required />
      <DayField form={form} name="startDay" label="Ngày bắt đầu ghi hồ sơ" hint="Không bắt buộc." />
    </RuleForm>
  )
}

/** How the workbooks of reports are called. */
export function ReportFilesRule({ inForce }: { readonly inForce: SettingShown<'reportFiles'> }) {
  const form = useZodForm(settingRules.reportFiles, inForce.value)
  return (
    <RuleForm
      title="Tên tệp báo cáo"
      note="Ví dụ: {ký hiệu} {báo cáo} {kỳ} cho tệp “BC-SGTVT ket-qua 2023-09.xlsx”."
      form={form}
      setting={useSetting(inForce)}
      plain={values => values}
      dated={false}
    >
      <TextField
        form={form}
        name="pattern"
        label="Mẫu tên tệp"
        hint="Dùng được: {báo cáo}, {kỳ}, {loại kỳ}, {ký hiệu}, {ngày lập}."
        required
      />
    </RuleForm>
  )
}

/** How long a screen may stand untouched. */
export function SessionRule({ inForce }: { readonly inForce: SettingShown<'session'> }) {
  const form = useZodForm(settingRules.session, inForce.value)
  return (
    <RuleForm
      title="Phiên làm việc"
      note="Sau thời gian này không thao tác, người dùng phải đăng nhập lại; nội dung đang nhập vẫn còn."
      form={form}
      setting={useSetting(inForce)}
      plain={values => values}
      dated={false}
    >
      <NumberField form={form} name="idleMinutes" label="Thời gian chờ" unit="phút" required />
    </RuleForm>
  )
}
