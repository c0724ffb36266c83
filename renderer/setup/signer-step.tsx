import { Button } from '@mantine/core'
import { contract } from '../../electron/core/contract.ts'
import { department } from '../../electron/core/settings/model.ts'
import { Form } from '../ui/form.tsx'
import { LinesField } from '../ui/lines-field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'

const schema = department
  .pick({ signerTitle: true, signerName: true, receivers: true })
  .extend({ year: contract.setup.initialise.input.shape.year })

export type Signer = {
  readonly signerTitle: string
  readonly signerName: string
  readonly receivers: string[]
  readonly year: number
}

type SignerStepProps = {
  readonly signer: Signer
  readonly onBack: () => void
  readonly onNext: (signer: Signer) => void
}

/** Bước 2: who signs, who receives, and the year that is reported. */
export function SignerStep({ signer, onBack, onNext }: SignerStepProps) {
  const form = useZodForm(schema, signer)
  return (
    <Form
      form={form}
      label="Bước 2"
      onSubmit={async values => onNext(values)}
      footer={
        <>
          <Button variant="default" onClick={onBack}>
            Quay lại
          </Button>
          <Button type="submit">Tiếp tục</Button>
        </>
      }
    >
      <div className="g-form-grid">
        <TextField
          form={form}
          name="signerTitle"
          label="Chức vụ người ký"
          hint="Ký thay ghi hai phần: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC"
          required
          autoFocus
        />
        <TextField
          form={form}
          name="signerName"
          label="Họ và tên người ký"
          hint="Để trống nếu ký tên sau khi in."
        />
        <LinesField form={form} name="receivers" label="Nơi nhận" hint="Mỗi nơi nhận một dòng." lines={4} />
        <NumberField
          form={form}
          name="year"
          label="Năm báo cáo"
          hint="Chỉ tiêu được tính từ ngày 01/01 của năm này."
          required
          plain
        />
      </div>
    </Form>
  )
}
