import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Application } from '../../electron/core/applications/contract.ts'
import type { Facts } from '../../electron/core/applications/model.ts'
import { ApiError } from '../api/api-error.ts'
import { useMe } from '../api/me.ts'
import { useCommand } from '../api/use-query.ts'
import { Form } from '../ui/form.tsx'
import { isComposing, useShortcuts } from '../ui/keys.ts'
import { say } from '../ui/said.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import {
  type Choices,
  type Conflict,
  type ConflictRow,
  conflictRows,
  merged,
  readConflict,
} from './application-conflict.ts'
import { ConflictTable } from './application-conflict-table.tsx'
import type { Draft } from './draft-values.ts'
import { keepRemarks, useDraftKeeper } from './drafts.ts'
import { FactsFields } from './facts-fields.tsx'
import { changedFacts, type FormFacts, type FormValues, formSchema, valuesOf } from './facts-values.ts'
import { useKnownClasses } from './known-classes.ts'

type FactsEditProps = {
  readonly file: Application
  /** What was typed before and not saved, as it stands when the form opens. */
  readonly draft: Draft | null
  readonly onLeave: () => void
}

/** A form as the file stands. */
export function startOf(file: Pick<Application, 'facts' | 'registeredDay'>): FormValues {
  return { ...valuesOf(file.facts), registered: { day: file.registeredDay }, receivedToo: false, reason: '' }
}

type Clash = {
  readonly message: string
  readonly conflict: Conflict
  readonly rows: readonly ConflictRow[]
  readonly choices: Choices
}

/** The facts in place, as a form. What is typed outlives Escape, a refusal, a reload and somebody else's save. */
export function FactsEdit({ file, draft, onLeave }: FactsEditProps) {
  const me = useMe()
  const command = useCommand('applications.edit')
  const known = useKnownClasses(file.registeredDay)
  // whatever is kept from now on comes from this form, so only the first draft may ever be put into it
  const [begun] = useState(draft)
  // it knows the names of what the form began with, also when a colleague has chosen otherwise since
  const [opened] = useState(file)
  // the version this edit began with: a draft of yesterday begins where it was begun
  const [base, setBase] = useState(() => begun?.base ?? { version: file.version, facts: file.facts })
  const [clash, setClash] = useState<Clash | null>(null)
  const form = useZodForm(formSchema(known, '9999-12-31'), startOf({ ...file, facts: base.facts }))
  const { isDirty } = form.formState
  const frame = useRef<HTMLDivElement>(null)
  const dirty = useRef(false)
  dirty.current = isDirty
  const { typed, keepNow, discard } = useDraftKeeper(me.id, `edit-${file.id}`, () =>
    dirty.current ? { values: form.getValues(), base } : null,
  )
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'start' })
  }, [])
  useEffect(() => {
    if (begun !== null) form.reset(begun.values, { keepDefaultValues: true })
  }, [form, begun])
  useEffect(() => {
    const listening = form.watch(typed)
    return () => {
      listening.unsubscribe()
      // leaving the panel must not lose what was typed
      keepNow()
    }
  }, [form, typed, keepNow])

  const save = async ({ registered: _, receivedToo: __, reason, ...mine }: FormFacts) => {
    const began = clash === null ? base : clash.conflict.standing
    const after = clash === null ? mine : merged(mine, clash.rows, clash.choices)
    try {
      const facts = changedFacts(began.facts, after)
      const saved = await command.mutateAsync({ id: file.id, version: began.version, facts, reason })
      keepRemarks(saved)
    } catch (error) {
      const next = error instanceof ApiError ? clashOf(error, began.facts, after) : null
      if (next === null) throw error
      setBase(began)
      setClash(next)
      // what was chosen from the stored side stays chosen, whatever the next try meets
      form.reset({ ...form.getValues(), ...valuesOf(after) }, { keepDefaultValues: true })
      return
    }
    await discard()
    say('Đã lưu thông tin hồ sơ.')
    onLeave()
  }
  // inside the form the form itself hears these keys
  const submit = () => frame.current?.querySelector('form')?.requestSubmit()
  useShortcuts({ 'Ctrl+S': submit, 'Ctrl+Enter': submit })
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
        keepNow()
        onLeave()
      }}
    >
      <Form
        form={form}
        label="Sửa thông tin hồ sơ"
        onSubmit={save}
        footer={
          <>
            <Button
              variant="default"
              title="Esc"
              onClick={() => {
                keepNow()
                onLeave()
              }}
            >
              Quay lại
            </Button>
            <Button type="submit" loading={command.isPending} title="Ctrl+S">
              {clash === null ? 'Lưu thông tin' : 'Lưu với nội dung đã chọn'}
            </Button>
          </>
        }
      >
        <FactsFields form={form} file={opened} />
        {file.closedDay === null ? null : (
          <TextField
            form={form}
            name="reason"
            label="Lý do sửa"
            hint="Hồ sơ đã giải quyết: mỗi lần sửa đều ghi lý do."
            required
          />
        )}
        {clash === null ? null : (
          <ConflictTable
            key={clash.conflict.version}
            {...clash}
            onChoose={(field, side) =>
              setClash({ ...clash, choices: new Map(clash.choices).set(field, side) })
            }
          />
        )}
      </Form>
    </div>
  )
}

function clashOf(error: ApiError, began: Facts, mine: Facts): Clash | null {
  const conflict = readConflict(error.details)
  if (conflict === null) return null
  return { message: error.message, conflict, rows: conflictRows(began, mine, conflict), choices: new Map() }
}
