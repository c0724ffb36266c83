import { Button } from '@mantine/core'
import type { DifficultyKind } from '../../electron/core/catalogue/contract.ts'
import { contract } from '../../electron/core/contract.ts'
import { useCommand } from '../api/use-query.ts'
import { CheckField } from '../ui/check-field.tsx'
import { Form } from '../ui/form.tsx'
import { say } from '../ui/said.tsx'
import { TextBlock, TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { FormButtons } from './list-and-form.tsx'

const rule = contract.catalogue.saveDifficultyKind.input.omit({ version: true })

type DifficultyFormProps = {
  readonly kind: DifficultyKind | null
  readonly readOnly: boolean
  readonly onClose: () => void
}

/** One entry of the taxonomy; its code stays, because recorded difficulties refer to it. */
export function DifficultyForm({ kind, readOnly, onClose }: DifficultyFormProps) {
  const save = useCommand('catalogue.saveDifficultyKind')
  const form = useZodForm(rule, {
    code: kind?.code ?? '',
    category: kind?.category ?? '',
    name: kind?.name ?? '',
    signs: kind?.signs ?? '',
    cause: kind?.cause ?? '',
    remedy: kind?.remedy ?? '',
    owner: kind?.owner ?? '',
    escalateTo: kind?.escalateTo ?? '',
    step: kind?.step ?? '',
    retired: kind !== null && kind.toDay !== null,
  })
  return (
    <fieldset disabled={readOnly}>
      <Form
        form={form}
        label="Mục của danh mục khó khăn"
        onSubmit={async values => {
          await save.mutateAsync({ ...values, version: kind?.version ?? 0 })
          say(`Đã lưu mục ${values.code}.`)
          onClose()
        }}
        footer={
          readOnly ? (
            <Button variant="default" onClick={onClose}>
              Đóng
            </Button>
          ) : (
            <FormButtons busy={form.formState.isSubmitting} onClose={onClose} />
          )
        }
      >
        <div className="g-form-grid">
          {kind === null ? (
            <TextField
              form={form}
              name="code"
              label="Mã"
              hint="Một chữ cái và số, ví dụ A7."
              required
              autoFocus
            />
          ) : null}
          <TextField form={form} name="category" label="Nhóm" required autoFocus={kind !== null} />
          <TextField form={form} name="step" label="Bước của quy trình" />
          <TextBlock
            form={form}
            name="name"
            label="Khó khăn, vướng mắc"
            required
            lines={2}
            className="g-wide"
          />
          <TextBlock form={form} name="signs" label="Biểu hiện" lines={2} className="g-wide" />
          <TextBlock form={form} name="cause" label="Nguyên nhân" lines={2} className="g-wide" />
          <TextBlock form={form} name="remedy" label="Cách khắc phục" lines={3} className="g-wide" />
          <TextField form={form} name="owner" label="Đơn vị xử lý" />
          <TextField form={form} name="escalateTo" label="Cấp kiến nghị" />
          {kind === null ? null : (
            <CheckField
              form={form}
              name="retired"
              label="Ngừng dùng"
              hint="Không còn trong danh sách chọn; số liệu cũ giữ nguyên."
            />
          )}
        </div>
      </Form>
    </fieldset>
  )
}
