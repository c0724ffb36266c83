import { Button } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { day } from '../../electron/core/applications/model.ts'
import { tidy } from '../../electron/core/vietnamese.ts'
import { DayField } from '../ui/day-field.tsx'
import { today } from '../ui/day-text.ts'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { BatchFrame } from './batch-dialog.tsx'
import { type BatchDialogProps, useBatch } from './use-batch.ts'

function ruleToday() {
  const now = today()
  return z.object({
    day: z
      .string()
      .nullable()
      .transform(typed => typed ?? '')
      .pipe(day)
      .refine(typed => typed <= now, 'Ngày giao ở sau hôm nay. Sửa lại ngày.'),
    office: z
      .string()
      .transform(tidy)
      .refine(text => text.length <= 200, 'Tên bưu cục dài quá 200 ký tự. Rút ngắn lại.'),
  })
}

/** Hands the results of all picked files over to the post. */
export function PostDialog(props: BatchDialogProps) {
  const batch = useBatch(props)
  const [rule] = useState(ruleToday)
  const form = useZodForm(rule, { day: today(), office: '' })
  return (
    <BatchFrame title={`Giao bưu chính ${props.words}`} batch={batch} onClose={props.onClose}>
      <Form
        form={form}
        label="Giao bưu chính"
        onSubmit={values => batch.run({ kind: 'hand-to-post', ...values }, 'giao bưu chính')}
        footer={
          <>
            <Button variant="default" onClick={props.onClose}>
              Quay lại
            </Button>
            <Button type="submit">Giao bưu chính {props.words}</Button>
          </>
        }
      >
        <DayField form={form} name="day" label="Ngày giao" required autoFocus />
        <TextField form={form} name="office" label="Bưu cục nhận" />
        <p className="app-soft">
          Chỉ giao được hồ sơ đã có kết quả và trả qua bưu điện; hồ sơ khác được liệt kê kèm lý do.
        </p>
      </Form>
    </BatchFrame>
  )
}
