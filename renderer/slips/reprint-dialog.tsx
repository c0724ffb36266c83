import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import { z } from 'zod'
import { requiredText } from '../../electron/core/applications/model.ts'
import { type Slip, slipNames } from '../../electron/core/slips/contract.ts'
import { useCommand } from '../api/use-query.ts'
import { DecisionDialog } from '../applications/decision-dialog.tsx'
import { Form } from '../ui/form.tsx'
import { TextBlock } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { slipAddress } from './slip-address.ts'

type ReprintProps = { readonly slip: Slip; readonly onClose: () => void }

const rule = z.object({ reason: requiredText(500, 'Nhập lý do in lại.') })

/** The same number again with what the file says now, marked "In lại lần n". */
export function ReprintDialog({ slip, onClose }: ReprintProps) {
  const [, navigate] = useLocation()
  const command = useCommand('slips.reprint')
  const form = useZodForm(rule, { reason: '' })
  return (
    <DecisionDialog title={`In lại ${slipNames[slip.kind]} số ${slip.number}/${slip.year}`} onClose={onClose}>
      <Form
        form={form}
        label="In lại phiếu"
        onSubmit={async ({ reason }) => {
          const printed = await command.mutateAsync({ id: slip.id, reason })
          onClose()
          navigate(slipAddress(printed.slip.id))
        }}
        footer={
          <>
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button type="submit" loading={command.isPending} title="Ctrl+Enter">
              In lại phiếu
            </Button>
          </>
        }
      >
        <p className="app-soft">
          Phiếu giữ số cũ, ghi “In lại lần {slip.reprint + 1}” và lấy nội dung hiện có của hồ sơ. Thu hồi bản
          đã giao nếu nội dung khác.
        </p>
        <TextBlock form={form} name="reason" label="Lý do in lại" required autoFocus lines={3} />
      </Form>
    </DecisionDialog>
  )
}
