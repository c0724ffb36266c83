import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Application } from '../../electron/core/applications/contract.ts'
import { type FieldName, fields } from '../../electron/core/applications/model.ts'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { useCommand } from '../api/use-query.ts'
import { Banner } from '../ui/banner.tsx'
import { Form } from '../ui/form.tsx'
import { isComposing, useShortcuts } from '../ui/keys.ts'
import { TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { draftOf, dropDraft, keepDraft, keepRemarks } from './drafts.ts'
import { FactsFields } from './facts-fields.tsx'
import { changedFacts, type FormValues, formSchema, valuesOf } from './facts-values.ts'
import { useKnownClasses } from './known-classes.ts'

type FactsEditProps = { readonly file: Application; readonly onLeave: () => void }

function startOf(file: Application): FormValues {
  return { ...valuesOf(file.facts), registered: { day: file.registeredDay }, receivedToo: false, reason: '' }
}

/** The facts in place, as a form. What is typed outlives Escape, a refusal and somebody else's save. */
export function FactsEdit({ file, onLeave }: FactsEditProps) {
  const me = useMe()
  const command = useCommand('applications.edit')
  const known = useKnownClasses(file.registeredDay)
  const [base, setBase] = useState(file)
  const [newer, setNewer] = useState<Newer | null>(null)
  const form = useZodForm(formSchema(known, '9999-12-31'), startOf(file))
  const { dirtyFields, isDirty } = form.formState
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'start' })
  }, [])
  useEffect(() => {
    const draft = draftOf(me.id, file.id)
    if (draft !== undefined) form.reset({ ...draft }, { keepDefaultValues: true })
  }, [form, me.id, file.id])
  useEffect(() => {
    // leaving the panel must not lose what was typed
    return () => {
      if (Object.keys(form.formState.dirtyFields).length > 0) keepDraft(me.id, file.id, form.getValues())
    }
  }, [form, me.id, file.id])
  const stop = () => {
    if (isDirty) keepDraft(me.id, file.id, form.getValues())
    onLeave()
  }
  const takeNewer = (fresh: Application) => {
    setBase(fresh)
    setNewer(null)
    const mine = Object.keys(dirtyFields)
    form.reset(startOf(fresh), { keepDirtyValues: true })
    // the button that was pressed goes away: the keys belong to the form again
    form.setFocus(mine.find(isFieldName) ?? 'fullName')
  }
  // inside the form the form itself hears these keys
  const submit = () => frame.current?.querySelector('form')?.requestSubmit()
  useShortcuts({ 'Ctrl+S': submit, 'Ctrl+Enter': submit })
  const closed = base.closedDay !== null
  return (
    // Escape leaves the form and nothing behind it
    // biome-ignore lint/a11y/noStaticElementInteractions: the key comes from the fields inside
    <div
      ref={frame}
      className="app-edit"
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.defaultPrevented || isComposing(event)) return
        event.preventDefault()
        event.stopPropagation()
        stop()
      }}
    >
      <Form
        form={form}
        label="Sửa thông tin hồ sơ"
        onSubmit={async ({ registered: _, receivedToo: __, reason, ...after }) => {
          try {
            const changes = changedFacts(base.facts, after)
            const saved = await command.mutateAsync({
              id: base.id,
              version: base.version,
              facts: changes,
              reason,
            })
            keepRemarks(saved)
          } catch (error) {
            if (!(error instanceof ApiError) || error.details.version === undefined) throw error
            setNewer(await whatChanged(error.message, base))
            return
          }
          form.reset(form.getValues())
          dropDraft(file.id)
          onLeave()
        }}
        footer={
          <>
            <Button variant="default" onClick={stop} title="Esc">
              Quay lại
            </Button>
            <Button type="submit" loading={command.isPending} title="Ctrl+S">
              Lưu thông tin
            </Button>
          </>
        }
      >
        <FactsFields form={form} />
        {closed ? (
          <TextField
            form={form}
            name="reason"
            label="Lý do sửa"
            hint="Hồ sơ đã giải quyết: mỗi lần sửa đều ghi lý do."
            required
          />
        ) : null}
        {newer === null ? null : (
          <Banner tone="attention" title={newer.message}>
            <p>
              {newer.fields.length === 0
                ? 'Thông tin không đổi, chỉ có bước xử lý mới.'
                : `Nội dung đã đổi: ${newer.fields.map(name => fieldWords(name, name in dirtyFields)).join(', ')}.`}
            </p>
            <Button variant="default" className="app-take" onClick={() => takeNewer(newer.fresh)}>
              Lấy nội dung mới, giữ phần đang nhập
            </Button>
          </Banner>
        )}
      </Form>
    </div>
  )
}

const isFieldName = (name: string): name is FieldName => name in fields

type Newer = { readonly message: string; readonly fresh: Application; readonly fields: readonly FieldName[] }

const fieldWords = (name: FieldName, mine: boolean) =>
  mine ? `${fields[name].label} (giữ nội dung đang nhập)` : fields[name].label

/** The file as it is now, and in which facts it differs from the one the person began with. */
async function whatChanged(message: string, base: Application): Promise<Newer> {
  const fresh = await call('applications.get', { id: base.id })
  const names = Object.keys(changedFacts(base.facts, fresh.facts)) as FieldName[] // its keys are field names
  return { message, fresh, fields: names }
}
