import { Button } from '@mantine/core'
import { useState } from 'react'
import { fileSlipKinds, slipNames } from '../../electron/core/slips/contract.ts'
import { detailsRule, emptyDetails } from '../slips/slip-details.ts'
import { SlipFields } from '../slips/slip-fields.tsx'
import { CheckField } from '../ui/check-field.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { Form } from '../ui/form.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { BatchFrame } from './batch-dialog.tsx'
import { type BatchDialogProps, useBatch } from './use-batch.ts'

type Kind = (typeof fileSlipKinds)[number]

const kinds = fileSlipKinds.map(kind => ({ value: kind, label: slipNames[kind] }))

/** One slip for each picked file, in the order of the list, as one print; what an officer tells is the same for all. */
export function PrintDialog(props: BatchDialogProps) {
  const batch = useBatch(props)
  const [kind, setKind] = useState<Kind>('receipt')
  const [again, setAgain] = useState(false)
  const form = useZodForm(ruleOf(kind), emptyDetails(kind))
  const choose = (next: Kind) => {
    setKind(next)
    form.reset(emptyDetails(next))
  }
  return (
    <BatchFrame title={`In phiếu cho ${props.words}`} batch={batch} onClose={props.onClose}>
      <Form
        form={form}
        label="In phiếu"
        onSubmit={details => batch.run({ kind: 'print', slip: kind, again, details }, 'lập phiếu cho')}
        footer={
          <>
            <Button variant="default" onClick={props.onClose}>
              Quay lại
            </Button>
            <Button type="submit" title="Ctrl+Enter">
              Lấy số và in cho {props.words}
            </Button>
          </>
        }
      >
        <ChoiceField
          label="Loại phiếu"
          choices={kinds}
          search={false}
          required
          autoFocus
          value={kind}
          onChange={next => choose(next ?? 'receipt')}
        />
        <SlipFields form={form} kind={kind} waits />
        <CheckField
          label="Lấy số mới cả cho hồ sơ đã có phiếu này"
          hint="Bỏ trống: hồ sơ đã có phiếu được in lại đúng bản đã có, giữ số cũ."
          value={again}
          onChange={setAgain}
        />
        <p className="app-soft">
          Phiếu lấy số theo thứ tự của danh sách. Hồ sơ không lập được phiếu được liệt kê kèm lý do và không
          lấy số.
        </p>
      </Form>
    </BatchFrame>
  )
}

/** An apology asks for its day and reason before it begins, as the core does. */
const ruleOf = (kind: Kind) =>
  kind === 'apology'
    ? detailsRule
        .refine(({ newDueDay }) => newDueDay !== null, { message: 'Nhập ngày hẹn lại.', path: ['newDueDay'] })
        .refine(({ reason }) => reason !== '', { message: 'Nhập lý do chậm trả kết quả.', path: ['reason'] })
    : kind === 'supplement'
      ? detailsRule.refine(({ items }) => items.length > 0, {
          message: 'Ghi ít nhất một giấy tờ cần bổ sung, hoàn thiện.',
          path: ['items'],
        })
      : detailsRule
