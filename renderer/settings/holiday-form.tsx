import { showDay } from '../../electron/core/calendar/day.ts'
import type { Holiday } from '../../electron/core/catalogue/contract.ts'
import { contract } from '../../electron/core/contract.ts'
import { useCommand } from '../api/use-query.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { DayField } from '../ui/day-field.tsx'
import { Form } from '../ui/form.tsx'
import { say } from '../ui/said.tsx'
import { TextBlock, TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { holidayKinds } from './holiday-words.ts'
import { FormButtons } from './list-and-form.tsx'

const rule = contract.catalogue.saveHoliday.input.omit({ version: true })
const kinds = (['holiday', 'compensatory', 'swap_off', 'swap_work'] as const).map(kind => ({
  value: kind,
  label: holidayKinds[kind],
}))

type HolidayFormProps = { readonly holiday: Holiday | null; readonly onClose: () => void }

/** One day of the calendar; the day itself is the key and stays. */
export function HolidayForm({ holiday, onClose }: HolidayFormProps) {
  const save = useCommand('catalogue.saveHoliday')
  const form = useZodForm(rule, {
    day: holiday?.day ?? '',
    name: holiday?.name ?? '',
    kind: holiday?.kind ?? 'holiday',
    source: holiday?.source ?? '',
  })
  return (
    <Form
      form={form}
      label="Ngày nghỉ"
      onSubmit={async values => {
        await save.mutateAsync({ ...values, version: holiday?.version ?? 0 })
        say(`Đã lưu ngày ${showDay(values.day)}.`)
        onClose()
      }}
      footer={<FormButtons busy={form.formState.isSubmitting} onClose={onClose} />}
    >
      {holiday === null ? (
        <DayField form={form} name="day" label="Ngày" required autoFocus />
      ) : (
        <p className="g-soft">
          Ngày: <strong>{showDay(holiday.day)}</strong>
        </p>
      )}
      <TextField
        form={form}
        name="name"
        label="Tên"
        hint="Ví dụ: Quốc khánh, Nghỉ bù Tết Dương lịch."
        required
      />
      <ChoiceField form={form} name="kind" label="Loại" choices={kinds} />
      <TextBlock form={form} name="source" label="Căn cứ" hint="Văn bản, thông báo về ngày nghỉ." lines={2} />
    </Form>
  )
}
