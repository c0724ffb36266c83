import { Button } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { day, optionalText, requiredText } from '../../electron/core/applications/model.ts'
import type { Filing } from '../../electron/core/filings/contract.ts'
import { useJob } from '../api/use-job.ts'
import { useAsk } from '../api/use-query.ts'
import { useSeenVersion } from '../api/use-seen-version.ts'
import { DecisionDialog } from '../applications/decision-dialog.tsx'
import { Answered } from '../ui/answered.tsx'
import { DayField } from '../ui/day-field.tsx'
import { today } from '../ui/day-text.ts'
import { Form, FormError } from '../ui/form.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { LinesField } from '../ui/lines-field.tsx'
import { say } from '../ui/said.tsx'
import { TextBlock, TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'

type SendProps = { readonly filing: Filing; readonly onClose: () => void }

/** Number, day and receivers of what has left the office. */
export function SendDialog({ filing, onClose }: SendProps) {
  const settings = useAsk('settings.get', {})
  return (
    <DecisionDialog title={`Ghi nhận đã gửi: ${filing.periodTitle}`} onClose={onClose}>
      <Answered ask={settings} lines={4}>
        {({ department }) => (
          <SendForm filing={filing} receivers={department.value.receivers} onClose={onClose} />
        )}
      </Answered>
    </DecisionDialog>
  )
}

const rule = z.object({
  number: requiredText(20, 'Nhập số văn bản.'),
  day: z
    .string()
    .nullable()
    .transform(typed => typed ?? '')
    .pipe(day)
    .refine(typed => typed <= today(), 'Ngày gửi ở sau hôm nay. Sửa lại ngày.'),
  receivers: z.array(z.string()).min(1, 'Nhập ít nhất một nơi nhận.'),
  comment: optionalText(1000),
})

function SendForm({ filing, receivers, onClose }: SendProps & { readonly receivers: readonly string[] }) {
  const send = useJob('filings.send')
  const version = useSeenVersion(filing.version, send.error)
  const [defaults] = useState(() => ({
    number: '',
    day: today(),
    // "Như trên" and "Lưu" are for the paper: nobody is sent anything by them
    receivers: receivers.filter(name => !/^(Lưu|Như trên)/i.test(name)),
    comment: '',
  }))
  const form = useZodForm(rule, defaults)
  return (
    <Form
      form={form}
      label="Ghi nhận đã gửi"
      onSubmit={async values => {
        const done = await send.start({ id: filing.id, version, ...values })
        if (done === null) return
        say(`Đã gửi: ${filing.periodTitle}`)
        onClose()
      }}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            Quay lại
          </Button>
          <Button type="submit" loading={send.running} title="Ctrl+Enter">
            Ghi nhận đã gửi
          </Button>
        </>
      }
    >
      <TextField
        form={form}
        name="number"
        label="Số văn bản"
        hint="Chỉ nhập số, ví dụ 128; ký hiệu đã có trong văn bản."
        sort="code"
        required
        autoFocus
      />
      <DayField form={form} name="day" label="Ngày gửi" required />
      <LinesField form={form} name="receivers" label="Nơi nhận" hint="Mỗi nơi nhận một dòng." />
      <TextBlock form={form} name="comment" label="Ghi chú" lines={2} />
      {send.running ? (
        <JobProgress label="Đang ghi số văn bản" status={send.status} onCancel={send.cancel} />
      ) : null}
      <FormError error={send.error} />
    </Form>
  )
}
