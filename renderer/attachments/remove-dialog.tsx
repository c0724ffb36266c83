import { Button } from '@mantine/core'
import { z } from 'zod'
import { requiredText } from '../../electron/core/applications/model.ts'
import type { Attachment } from '../../electron/core/attachments/contract.ts'
import { useCommand } from '../api/use-query.ts'
import { DecisionDialog } from '../applications/decision-dialog.tsx'
import { Form } from '../ui/form.tsx'
import { say } from '../ui/said.tsx'
import { TextBlock } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'

type RemoveProps = { readonly attachment: Attachment; readonly onClose: () => void }

const rule = z.object({ reason: requiredText(500, 'Nhập lý do bỏ tệp.') })

/** Takes a file off an application; who, when and why stay in the trail. */
export function RemoveDialog({ attachment, onClose }: RemoveProps) {
  const command = useCommand('attachments.remove')
  const form = useZodForm(rule, { reason: '' })
  return (
    <DecisionDialog title={`Bỏ tệp ${attachment.name}`} onClose={onClose}>
      <Form
        form={form}
        label="Bỏ tệp đính kèm"
        onSubmit={async ({ reason }) => {
          await command.mutateAsync({ id: attachment.id, reason })
          say(`Đã bỏ tệp ${attachment.name}.`)
          onClose()
        }}
        footer={
          <>
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button type="submit" color="red" loading={command.isPending} title="Ctrl+Enter">
              Bỏ tệp
            </Button>
          </>
        }
      >
        <p className="app-soft">Tệp không còn hiện trong hồ sơ. Người bỏ, thời điểm và lý do được ghi lại.</p>
        <TextBlock form={form} name="reason" label="Lý do" required autoFocus lines={3} />
      </Form>
    </DecisionDialog>
  )
}
