import { Button } from '@mantine/core'
import { useFieldArray } from 'react-hook-form'
import { z } from 'zod'
import type { ReportKind } from '../../electron/core/reports/contract.ts'
import type { SettingShown } from '../../electron/core/settings/contract.ts'
import { reportDuty, settingRules } from '../../electron/core/settings/model.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { CheckField } from '../ui/check-field.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { Icon } from '../ui/icon.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { RuleForm } from './rule-form.tsx'
import { useSetting } from './use-setting.ts'

/** Approved periods closed for changes of the register. */
export function PeriodLockRule({ inForce }: { readonly inForce: SettingShown<'periodLock'> }) {
  const form = useZodForm(settingRules.periodLock, inForce.value)
  return (
    <RuleForm
      title="Khóa kỳ đã duyệt"
      note="Mặc định không khóa: hồ sơ sửa sau lúc duyệt được liệt kê ở báo cáo để lập điều chỉnh."
      form={form}
      setting={useSetting(inForce)}
      plain={values => values}
    >
      <CheckField
        form={form}
        name="on"
        label="Khóa số liệu của kỳ có báo cáo đã duyệt"
        hint="Không nhận thay đổi làm số liệu của kỳ khác đi; lãnh đạo mở khóa tạm thời khi cần."
      />
    </RuleForm>
  )
}

const kinds = [
  { value: 'day', label: 'Ngày' },
  { value: 'week', label: 'Tuần' },
  { value: 'month', label: 'Tháng' },
  { value: 'quarter', label: 'Quý' },
  { value: 'half', label: '6 tháng' },
  { value: 'year', label: 'Năm' },
] as const

const made = [
  { value: 'sent', label: 'Đã gửi trong hạn' },
  { value: 'approved', label: 'Đã duyệt trong hạn' },
] as const

const { duties, ...rest } = settingRules.reportDuties.shape
/** As typed: an empty hour is none. */
const rule = z.object({
  ...rest,
  duties: z
    .array(
      reportDuty.extend({
        hour: z
          .string()
          .transform(text => (text.trim() === '' ? null : text.trim()))
          .pipe(reportDuty.shape.hour),
      }),
    )
    .pipe(duties),
})

/** Which reports are due after which periods, and by when. */
export function DutiesRule({ inForce }: { readonly inForce: SettingShown<'reportDuties'> }) {
  const reports = useAsk('reports.kinds', {})
  return (
    <Answered ask={reports} lines={6}>
      {kinds => <DutiesForm inForce={inForce} reports={kinds} />}
    </Answered>
  )
}

type DutiesFormProps = {
  readonly inForce: SettingShown<'reportDuties'>
  readonly reports: readonly ReportKind[]
}

function DutiesForm({ inForce, reports }: DutiesFormProps) {
  const form = useZodForm(rule, {
    madeWhen: inForce.value.madeWhen,
    duties: inForce.value.duties.map(duty => ({ ...duty, hour: duty.hour ?? '' })),
  })
  const rows = useFieldArray({ control: form.control, name: 'duties' })
  const choices = reports
    .filter(({ unavailable }) => unavailable === null)
    .map(({ name, title }) => ({ value: name, label: title }))
  return (
    <RuleForm
      title="Lịch báo cáo"
      note="Hạn nộp tính theo ngày làm việc sau ngày cuối kỳ; ngày nghỉ không phải báo cáo ngày."
      form={form}
      setting={useSetting(inForce)}
      plain={values => values}
    >
      <ChoiceField form={form} name="madeWhen" label="Tính là đúng hạn khi" choices={made} />
      <div className="g-wide set-duties">
        {rows.fields.map((row, at) => (
          <fieldset key={row.id} className="set-duty" aria-label={`Báo cáo thứ ${at + 1}`}>
            <ChoiceField form={form} name={`duties.${at}.report`} label="Báo cáo" choices={choices} />
            <ChoiceField form={form} name={`duties.${at}.periodKind`} label="Kỳ" choices={kinds} />
            <NumberField form={form} name={`duties.${at}.workingDays`} label="Hạn" unit="ngày làm việc" />
            <TextField form={form} name={`duties.${at}.hour`} label="Giờ" placeholder="cả ngày" sort="code" />
            <Button
              variant="subtle"
              color="red"
              aria-label={`Bỏ báo cáo thứ ${at + 1}`}
              onClick={() => rows.remove(at)}
            >
              <Icon name="delete" />
            </Button>
          </fieldset>
        ))}
        <Button
          variant="default"
          leftSection={<Icon name="add" />}
          onClick={() =>
            rows.append({ report: choices[0]?.value ?? '', periodKind: 'month', workingDays: 3, hour: '' })
          }
        >
          Thêm báo cáo
        </Button>
      </div>
    </RuleForm>
  )
}
