import { Button } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import type { Application } from '../../electron/core/applications/contract.ts'
import { fields, optionalText } from '../../electron/core/applications/model.ts'
import { useMay } from '../api/me.ts'
import { useCommand } from '../api/use-query.ts'
import { useSeenVersion } from '../api/use-seen-version.ts'
import { Form } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { isComposing } from '../ui/keys.ts'
import { TextBlock, TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { ChangesSince } from './application-changes-since.tsx'
import { readConflict } from './application-conflict.ts'

const ruleOf = (closed: boolean) =>
  z.object({
    notes: optionalText(2000),
    reason: z
      .string()
      .max(500, 'Lý do dài quá 500 ký tự. Rút ngắn lại.')
      .refine(text => !closed || text.trim() !== '', 'Nhập lý do sửa hồ sơ đã giải quyết.'),
  })

/** What colleagues should know of a file, written without opening the whole form. */
export function NotesPart({ file }: { readonly file: Application }) {
  const may = useMay()
  const [editing, setEditing] = useState(false)
  const { notes } = file.facts
  return (
    <section className="app-part">
      <div className="app-part-head">
        <h3>{fields.notes.label}</h3>
        {may('applications.edit') && !editing ? (
          <Button variant="subtle" leftSection={<Icon name="write" />} onClick={() => setEditing(true)}>
            {notes === null ? 'Viết ghi chú' : 'Sửa ghi chú'}
          </Button>
        ) : null}
      </div>
      {editing ? (
        <NotesForm file={file} onLeave={() => setEditing(false)} />
      ) : (
        <p className={notes === null ? 'app-soft' : 'app-notes'}>{notes ?? 'Chưa có ghi chú.'}</p>
      )}
    </section>
  )
}

function NotesForm({ file, onLeave }: { readonly file: Application; readonly onLeave: () => void }) {
  const command = useCommand('applications.edit')
  const closed = file.closedDay !== null
  const [rule] = useState(() => ruleOf(closed))
  const form = useZodForm(rule, { notes: file.facts.notes ?? '', reason: '' })
  const version = useSeenVersion(file.version, command.error)
  const conflict = command.error === null ? null : readConflict(command.error.details)
  return (
    // Escape leaves the note and nothing behind it
    // biome-ignore lint/a11y/noStaticElementInteractions: the key comes from the field inside
    <div
      onKeyDown={event => {
        if (event.key !== 'Escape' || isComposing(event)) return
        event.preventDefault()
        event.stopPropagation()
        onLeave()
      }}
    >
      <Form
        form={form}
        label="Ghi chú của hồ sơ"
        onSubmit={async ({ notes, reason }) => {
          await command.mutateAsync({ id: file.id, version, facts: { notes }, reason })
          onLeave()
        }}
        footer={
          <>
            <Button variant="default" onClick={onLeave} title="Esc">
              Quay lại
            </Button>
            <Button type="submit" loading={command.isPending} title="Ctrl+Enter">
              Lưu ghi chú
            </Button>
          </>
        }
      >
        <TextBlock form={form} name="notes" label={fields.notes.label} bare autoFocus lines={3} />
        {closed ? <TextField form={form} name="reason" label="Lý do sửa" required /> : null}
        <ChangesSince conflict={conflict} />
      </Form>
    </div>
  )
}
