import { Button } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { optionalText, requiredText } from '../../electron/core/applications/model.ts'
import type { Filing } from '../../electron/core/filings/contract.ts'
import { stepOf } from '../../electron/core/filings/model.ts'
import { useJob } from '../api/use-job.ts'
import { useCommand } from '../api/use-query.ts'
import { useSeenVersion } from '../api/use-seen-version.ts'
import { DecisionDialog } from '../applications/decision-dialog.tsx'
import { ReportRefusal } from '../reports/report-refusal.tsx'
import { Form } from '../ui/form.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { say } from '../ui/said.tsx'
import { TextBlock } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'

type StepDialogProps = {
  readonly filing: Filing
  readonly name: 'submit' | 'approve' | 'giveBack'
  readonly onClose: () => void
}

const notes = {
  submit: 'Từ lúc trình, nội dung báo cáo không sửa được nữa cho đến khi rút trình hoặc được trả lại.',
  approve:
    'Ứng dụng kiểm tra cân đối, lập và giữ lại văn bản cùng số liệu như lúc này. Sửa hồ sơ sau đó không làm báo cáo thay đổi.',
  giveBack: 'Báo cáo trở về nháp để sửa; ý kiến được ghi vào lịch sử báo cáo.',
} as const

/** A decision on a filing with what is said of it. */
export function StepDialog({ filing, name, onClose }: StepDialogProps) {
  const step = stepOf[name]
  const submit = useCommand('filings.submit')
  const giveBack = useCommand('filings.giveBack')
  const approve = useJob('filings.approve')
  const [rule] = useState(() =>
    z.object({
      comment: step.needsComment ? requiredText(1000, 'Nhập lý do trả lại.') : optionalText(1000),
    }),
  )
  const form = useZodForm(rule, { comment: '' })
  const { id } = filing
  const version = useSeenVersion(filing.version, submit.error ?? giveBack.error ?? approve.error)
  const take = async (comment: string | null) => {
    if (name === 'approve') {
      if ((await approve.start({ id, version, comment })) === null) return
    } else if (name === 'submit') await submit.mutateAsync({ id, version, comment })
    else await giveBack.mutateAsync({ id, version, comment: comment ?? '' })
    say(`${step.done}: ${filing.periodTitle}`)
    onClose()
  }
  return (
    <DecisionDialog title={`${step.label}: ${filing.periodTitle}`} onClose={onClose}>
      <Form
        form={form}
        label={step.label}
        onSubmit={({ comment }) => take(comment)}
        footer={
          <>
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button
              type="submit"
              color={name === 'giveBack' ? 'red' : 'blue'}
              loading={approve.running || submit.isPending || giveBack.isPending}
              title="Ctrl+Enter"
            >
              {step.label}
            </Button>
          </>
        }
      >
        <p className="g-soft">{notes[name]}</p>
        <TextBlock
          form={form}
          name="comment"
          label={step.needsComment ? 'Lý do trả lại' : 'Ý kiến'}
          required={step.needsComment}
          autoFocus
        />
        {approve.running ? (
          <JobProgress label="Đang duyệt báo cáo" status={approve.status} onCancel={approve.cancel} />
        ) : null}
        {approve.error === null ? null : <ReportRefusal error={approve.error} />}
      </Form>
    </DecisionDialog>
  )
}
