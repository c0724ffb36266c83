import { ActionIcon, Button } from '@mantine/core'
import { type UseFormReturn, useFieldArray } from 'react-hook-form'
import type { SlipDetails, SlipKind } from '../../electron/core/slips/contract.ts'
import { DayField } from '../ui/day-field.tsx'
import { Icon } from '../ui/icon.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { TextBlock, TextField } from '../ui/text-field.tsx'
import { type DetailsValues, emptyPaper } from './slip-details.ts'

type FieldsProps = {
  readonly form: UseFormReturn<DetailsValues, unknown, SlipDetails>
  readonly kind: SlipKind
  /** The kind is still being chosen, so no field takes the keys for itself. */
  readonly waits?: boolean
}

/** Each slip asks only what the file does not say. */
export function SlipFields({ form, kind, waits = false }: FieldsProps) {
  switch (kind) {
    case 'receipt':
      return (
        <Papers
          form={form}
          waits={waits}
          title="Giấy tờ đã nộp"
          none="Chưa kê riêng: phiếu ghi thành phần hồ sơ thường lệ. Kê khi công dân nộp khác."
        />
      )
    case 'supplement':
      return (
        <>
          <Papers
            form={form}
            waits={waits}
            title="Giấy tờ cần bổ sung, hoàn thiện"
            none="Thêm ít nhất một giấy tờ."
          />
          <TextBlock
            form={form}
            name="reason"
            label="Lý do"
            hint="Để trống: lấy lý do đã ghi ở bước yêu cầu bổ sung."
            lines={3}
          />
        </>
      )
    case 'refusal':
      return (
        <TextBlock
          form={form}
          name="reason"
          label="Lý do từ chối"
          hint="Để trống: lấy lý do đã ghi ở bước từ chối."
          autoFocus={!waits}
          lines={4}
        />
      )
    case 'stop':
      return (
        <TextBlock
          form={form}
          name="reason"
          label="Lý do dừng"
          hint="Để trống: lấy lý do đã ghi ở bước dừng xử lý."
          autoFocus
          lines={4}
        />
      )
    case 'apology':
      return (
        <>
          <DayField form={form} name="newDueDay" label="Ngày hẹn lại" required autoFocus={!waits} />
          <TextBlock form={form} name="reason" label="Lý do chậm trả kết quả" required lines={3} />
          <p className="g-soft">
            Khi lập phiếu, ngày hẹn trả của hồ sơ đổi sang ngày hẹn lại. Mỗi hồ sơ chỉ hẹn lại một lần.
          </p>
        </>
      )
    default:
      return <p className="g-soft">Phiếu lấy toàn bộ nội dung từ hồ sơ, không cần nhập thêm.</p>
  }
}

type PapersProps = Pick<FieldsProps, 'form'> & {
  readonly title: string
  readonly none: string
  readonly waits: boolean
}

function Papers({ form, title, none, waits }: PapersProps) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'items' })
  return (
    <fieldset className="slip-papers">
      <legend>{title}</legend>
      {fields.length === 0 ? <p className="g-soft">{none}</p> : null}
      {fields.map((field, at) => (
        <div key={field.id} className="slip-paper">
          <TextField
            form={form}
            name={`items.${at}.name`}
            label={`Giấy tờ ${at + 1}`}
            required
            autoFocus={at === 0 && !waits}
          />
          <div className="slip-counts">
            <NumberField form={form} name={`items.${at}.original`} label="Bản chính" />
            <NumberField form={form} name={`items.${at}.certified`} label="Chứng thực" />
            <NumberField form={form} name={`items.${at}.copy`} label="Bản photo" />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={`Bỏ giấy tờ ${at + 1}`}
              onClick={() => remove(at)}
            >
              <Icon name="delete" />
            </ActionIcon>
          </div>
        </div>
      ))}
      <div>
        <Button variant="default" leftSection={<Icon name="add" />} onClick={() => append(emptyPaper)}>
          Thêm giấy tờ
        </Button>
      </div>
    </fieldset>
  )
}
