import { Button } from '@mantine/core'
import { useState } from 'react'
import { addDays } from '../../electron/core/calendar/day.ts'
import type { CatalogueItem } from '../../electron/core/catalogue/contract.ts'
import { contract } from '../../electron/core/contract.ts'
import { useMay } from '../api/me.ts'
import { useAsk, useCommand } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { CheckField } from '../ui/check-field.tsx'
import { today } from '../ui/day-text.ts'
import { Form } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { say } from '../ui/said.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { codeOf } from './item-code.ts'
import { EditButton, FormButtons, ListAndForm } from './list-and-form.tsx'
import { InUse } from './teams-part.tsx'

const newReason: CatalogueItem = { list: 'reason', code: '', name: '', fromDay: '', toDay: null, version: 0 }

/** Why a licence is exchanged; a reason that files use is never deleted, only retired. */
export function ReasonsPart() {
  const may = useMay()('catalogue.saveItem')
  const choices = useAsk('catalogue.choices', {})
  const [editing, setEditing] = useState<CatalogueItem | null>(null)
  const close = () => setEditing(null)
  const reasons = choices.data?.items.filter(item => item.list === 'reason') ?? []
  return (
    <ListAndForm
      title="Lý do đổi"
      note="Danh mục để chọn khi tiếp nhận hồ sơ. Lý do ngừng dùng vẫn giữ trên hồ sơ cũ."
      action={
        may ? (
          <Button variant="default" leftSection={<Icon name="add" />} onClick={() => setEditing(newReason)}>
            Thêm lý do
          </Button>
        ) : undefined
      }
      onClose={close}
      form={
        editing === null
          ? null
          : {
              title: editing.version === 0 ? 'Thêm lý do' : 'Sửa lý do',
              content: (
                <ReasonForm
                  key={editing.code}
                  reason={editing}
                  taken={reasons.map(reason => reason.code)}
                  onClose={close}
                />
              ),
            }
      }
      list={
        <Answered ask={choices}>
          {() => (
            <PlainTable
              label="Danh mục lý do đổi"
              headings={[
                { text: 'Lý do' },
                { text: 'Tình trạng', fit: true },
                { text: 'Thao tác', fit: true, align: 'right' },
              ]}
              rows={reasons.map(reason => ({
                key: reason.code,
                ...(reason.toDay === null ? {} : { tone: 'muted' as const }),
                cells: [
                  reason.name,
                  <InUse key="state" inUse={reason.toDay === null} />,
                  may ? (
                    <EditButton key="edit" what={reason.name} onClick={() => setEditing(reason)} />
                  ) : null,
                ],
              }))}
            />
          )}
        </Answered>
      }
    />
  )
}

const rule = contract.catalogue.saveItem.input
  .pick({ name: true })
  .extend({ inUse: contract.teams.update.input.shape.active })

type ReasonFormProps = {
  readonly reason: CatalogueItem
  readonly taken: readonly string[]
  readonly onClose: () => void
}

function ReasonForm({ reason, taken, onClose }: ReasonFormProps) {
  const save = useCommand('catalogue.saveItem')
  const retire = useCommand('catalogue.retireItem')
  const isNew = reason.version === 0
  const form = useZodForm(rule, { name: reason.name, inUse: reason.toDay === null })
  return (
    <Form
      form={form}
      label="Lý do đổi"
      onSubmit={async ({ name, inUse }) => {
        const code = isNew ? codeOf(name, taken) : reason.code
        let { version } = reason
        if (name !== reason.name) {
          version = (await save.mutateAsync({ list: 'reason', code, name, version })).version
        }
        if (inUse !== (reason.toDay === null)) {
          // retired from today on: yesterday is its last day of use
          const toDay = inUse ? null : addDays(today(), -1)
          await retire.mutateAsync({ list: 'reason', code, toDay, version })
        }
        say(`Đã lưu lý do “${name}”.`)
        onClose()
      }}
      footer={<FormButtons busy={form.formState.isSubmitting} onClose={onClose} />}
    >
      <TextField form={form} name="name" label="Lý do" required autoFocus />
      {isNew ? null : (
        <CheckField
          form={form}
          name="inUse"
          label="Đang dùng"
          hint="Bỏ chọn để lý do không còn trong danh sách chọn."
        />
      )}
    </Form>
  )
}
