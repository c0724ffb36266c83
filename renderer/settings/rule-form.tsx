import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import type { Json } from '../../electron/core/errors.ts'
import { Form } from '../ui/form.tsx'
import { Section } from '../ui/page.tsx'
import { beforeSaving } from '../ui/use-zod-form.ts'
import { EffectiveDay, useEffectiveFrom } from './effective-day.tsx'
import type { SettingEditor } from './use-setting.ts'

type RuleFormProps<V extends FieldValues, O> = {
  readonly title: string
  readonly note: string
  readonly form: UseFormReturn<V, unknown, O>
  readonly setting: SettingEditor
  /** What is saved. */
  readonly plain: (values: O) => Json
  /** Rules about the screen itself have no effective date. */
  readonly dated?: boolean
  readonly children: ReactNode
}

/** One rule of counting: its fields, from when it holds, and its own button. */
export function RuleForm<V extends FieldValues, O>(props: RuleFormProps<V, O>) {
  const { title, note, form, setting, plain, dated = true, children } = props
  const from = useEffectiveFrom()
  return (
    <Section title={title} note={note}>
      <Form
        form={form}
        label={title}
        onSubmit={async values => {
          const day = await from.read()
          const saved = beforeSaving(form)
          await setting.save(plain(values), day)
          from.clear()
          saved()
        }}
        footer={
          <Button type="submit" variant="default" loading={form.formState.isSubmitting}>
            Lưu {title.charAt(0).toLowerCase() + title.slice(1)}
          </Button>
        }
      >
        <div className="g-form-grid">
          {children}
          {dated ? (
            <EffectiveDay
              fromDay={setting.fromDay}
              days={setting.days}
              from={from}
              dirty={form.formState.isDirty}
            />
          ) : null}
        </div>
      </Form>
    </Section>
  )
}
