import { useEffect } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { dayLabels } from '../../electron/core/applications/model.ts'
import { checkDossierCode } from '../../electron/core/applications/person.ts'
import { isDay } from '../../electron/core/calendar/day.ts'
import { CheckField } from '../ui/check-field.tsx'
import { DayField } from '../ui/day-field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Field } from './facts-fields.tsx'
import type { FormFacts, FormValues } from './facts-values.ts'

type HandingInProps = {
  readonly form: UseFormReturn<FormValues, unknown, FormFacts>
  /** The day of handing in decides which law and classes hold. */
  readonly onDay: (day: string) => void
}

/** When it was handed in, and whether it is received at once: at the counter it is, on the portal it waits. */
export function HandingIn({ form, onDay }: HandingInProps) {
  const [channel, day, code] = useWatch({
    control: form.control,
    name: ['channel', 'registered.day', 'dossierCode'],
  })
  useEffect(() => {
    if (day !== null && isDay(day)) onDay(day)
  }, [day, onDay])
  useEffect(() => {
    if (form.formState.dirtyFields.receivedToo !== true) form.setValue('receivedToo', channel !== 'online')
  }, [form, channel])
  const remark =
    code.trim() === ''
      ? undefined
      : checkDossierCode(code, { receivedDay: day, registeredDay: day }).findings.find(
          ({ level }) => level === 'warning',
        )?.message
  return (
    <>
      <Field width={2}>
        <DayField form={form} name="registered.day" label={dayLabels.registered} required />
      </Field>
      <Field width={3}>
        <div className="app-check">
          <CheckField form={form} name="receivedToo" label="Tiếp nhận ngay trong ngày nộp" />
        </div>
      </Field>
      {remark === undefined ? null : (
        <Field width={12}>
          <p className="app-note app-attention" role="status">
            <Icon name="alert" size={14} /> {remark}
          </p>
        </Field>
      )}
    </>
  )
}
