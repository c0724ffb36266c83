import { Button } from '@mantine/core'
import { z } from 'zod'
import type { Twin } from '../../electron/core/applications/contract.ts'
import { requiredText } from '../../electron/core/applications/model.ts'
import { Form } from '../ui/form.tsx'
import { TextBlock } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { DecisionDialog } from './decision-dialog.tsx'

type NotTwinProps = {
  readonly twin: Twin
  readonly onClose: () => void
  readonly onReason: (reason: string) => Promise<unknown>
}

const rule = z.object({ reason: requiredText(300, 'Nhập lý do hai hồ sơ là khác nhau.') })

/** "Là hồ sơ khác", with the reason that is kept on both files. */
export function NotTwinDialog({ twin, onClose, onReason }: NotTwinProps) {
  const form = useZodForm(rule, { reason: '' })
  return (
    <DecisionDialog title={`Là hồ sơ khác với ${twin.dossierCode}`} onClose={onClose}>
      <Form
        form={form}
        label="Là hồ sơ khác"
        onSubmit={({ reason }) => onReason(reason)}
        footer={
          <>
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button type="submit" title="Ctrl+Enter">
              Ghi là hồ sơ khác
            </Button>
          </>
        }
      >
        <p className="app-soft">
          Lý do được giữ trong cả hai hồ sơ; từ đó không còn nhắc trùng giữa hai hồ sơ này.
        </p>
        <TextBlock
          form={form}
          name="reason"
          label="Lý do"
          hint="Ví dụ: hai giấy phép khác hạng, mỗi hồ sơ đổi một giấy."
          required
          autoFocus
          lines={3}
        />
      </Form>
    </DecisionDialog>
  )
}
