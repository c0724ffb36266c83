import { Button } from '@mantine/core'
import { type SavedView, viewsContract } from '../../electron/core/views/contract.ts'
import { useMe } from '../api/me.ts'
import { useCommand } from '../api/use-query.ts'
import { DecisionDialog } from '../applications/decision-dialog.tsx'
import type { RegisterFilter } from '../applications/register-filter.ts'
import { CheckField } from '../ui/check-field.tsx'
import { Form } from '../ui/form.tsx'
import { say } from '../ui/said.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'

type SaveViewDialogProps = {
  readonly filter: RegisterFilter
  /** A view to be renamed or shared; null: the list that stands is kept as a new one. */
  readonly view: SavedView | null
  readonly onClose: () => void
}

const rule = viewsContract.save.input.pick({ name: true, shared: true })

/** Names a list; an administrator may share it with everybody. */
export function SaveViewDialog({ filter, view, onClose }: SaveViewDialogProps) {
  const me = useMe()
  const save = useCommand('views.save')
  const form = useZodForm(rule, { name: view?.name ?? '', shared: view?.shared ?? false })
  const title = view === null ? 'Lưu danh sách đang xem' : `Sửa danh sách “${view.name}”`
  return (
    <DecisionDialog title={title} onClose={onClose}>
      <Form
        form={form}
        label={title}
        onSubmit={async ({ name, shared }) => {
          await save.mutateAsync({
            id: view?.id ?? 0,
            version: view?.version ?? 0,
            filter: view?.filter ?? filter,
            name,
            shared,
          })
          say(`Đã lưu danh sách “${name}”.`)
          onClose()
        }}
        footer={
          <>
            <Button variant="default" onClick={onClose}>
              Quay lại
            </Button>
            <Button type="submit" loading={save.isPending}>
              Lưu danh sách
            </Button>
          </>
        }
      >
        <TextField form={form} name="name" label="Tên danh sách" required autoFocus />
        {me.role === 'admin' ? (
          <CheckField form={form} name="shared" label="Chia sẻ: mọi tài khoản của cơ quan đều thấy" />
        ) : null}
      </Form>
    </DecisionDialog>
  )
}
