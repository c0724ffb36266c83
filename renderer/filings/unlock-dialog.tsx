import { Button } from '@mantine/core'
import { z } from 'zod'
import { day, requiredText } from '../../electron/core/applications/model.ts'
import { addDays } from '../../electron/core/calendar/day.ts'
import type { Filing } from '../../electron/core/filings/contract.ts'
import { useAsk, useCommand } from '../api/use-query.ts'
import { DecisionDialog } from '../applications/decision-dialog.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { DayField } from '../ui/day-field.tsx'
import { today } from '../ui/day-text.ts'
import { Form } from '../ui/form.tsx'
import { say } from '../ui/said.tsx'
import { TextBlock, TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'

const rule = z.object({
  userId: z.number().int().nullable(),
  until: z
    .string()
    .nullable()
    .transform(typed => typed ?? '')
    .pipe(day),
  hour: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Giờ không đúng. Nhập theo dạng giờ:phút, ví dụ 17:00.'),
  reason: requiredText(500, 'Nhập lý do mở khóa.'),
})

/** Opens the period to one person, or to all, until a moment; it closes by itself. */
export function UnlockDialog({ filing, onClose }: { readonly filing: Filing; readonly onClose: () => void }) {
  const officers = useAsk('users.officers', {})
  const unlock = useCommand('filings.unlock')
  const form = useZodForm(rule, { userId: null, until: addDays(today(), 1), hour: '17:00', reason: '' })
  return (
    <DecisionDialog title={`Mở khóa tạm thời: ${filing.periodTitle}`} onClose={onClose}>
      <Form
        form={form}
        label="Mở khóa tạm thời"
        onSubmit={async ({ userId, until, hour, reason }) => {
          await unlock.mutateAsync({ id: filing.id, userId, until: `${until}T${hour}:00+07:00`, reason })
          say(`Đã mở khóa: ${filing.periodTitle}`)
          onClose()
        }}
        footer={
          <>
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button type="submit" loading={unlock.isPending} title="Ctrl+Enter">
              Mở khóa tạm thời
            </Button>
          </>
        }
      >
        <p className="g-soft">
          Hồ sơ có số liệu trong kỳ này sửa được đến thời điểm dưới đây, rồi kỳ tự khóa lại. Báo cáo đã duyệt
          giữ nguyên; chỗ khác được liệt kê để lập điều chỉnh.
        </p>
        <ChoiceField
          form={form}
          name="userId"
          label="Mở cho"
          none="Mọi người"
          choices={(officers.data ?? []).map(({ id, displayName }) => ({ value: id, label: displayName }))}
        />
        <div className="g-form-grid">
          <DayField form={form} name="until" label="Đến ngày" required autoFocus />
          <TextField form={form} name="hour" label="Đến giờ" required sort="code" />
        </div>
        <TextBlock form={form} name="reason" label="Lý do mở khóa" required lines={2} />
      </Form>
    </DecisionDialog>
  )
}
