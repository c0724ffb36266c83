import { type UseFormReturn, useWatch } from 'react-hook-form'
import { sexNames } from '../../electron/core/applications/model.ts'
import { readNationalId } from '../../electron/core/applications/person.ts'
import { Icon } from '../ui/icon.tsx'
import { type CheckedField, type FormFacts, type FormValues, warningOf } from './facts-values.ts'

type Part = { readonly form: UseFormReturn<FormValues, unknown, FormFacts> }

/** What the number on the card says of its holder, to compare with what stands in the fields beside it. */
export function IdReading({ form }: Part) {
  const [typed, sex, birthDay] = useWatch({ control: form.control, name: ['nationalId', 'sex', 'birthDay'] })
  const says = readNationalId((typed ?? '').replace(/[\s.-]/g, ''))
  if (says === null) return <FieldWarning form={form} name="nationalId" />
  const wrong = [
    sex !== null && sex !== says.sex ? 'giới tính' : null,
    birthDay !== null && /^\d{4}/.test(birthDay) && Number(birthDay.slice(0, 4)) !== says.birthYear
      ? 'năm sinh'
      : null,
  ].filter(part => part !== null)
  const reading = `Theo số CCCD: ${sexNames[says.sex]}, sinh năm ${says.birthYear}.`
  if (wrong.length === 0) return <p className="app-note">{reading}</p>
  return (
    <p className="app-note app-attention" role="status">
      <Icon name="alert" size={14} /> {reading} Khác {wrong.join(' và ')} đã nhập; đối chiếu lại với thẻ.
    </p>
  )
}

/** A remark below a field that may be saved as it is. */
export function FieldWarning({ form, name }: Part & { readonly name: CheckedField }) {
  const typed = useWatch({ control: form.control, name })
  const { error } = form.getFieldState(name, form.formState)
  const warning = error === undefined ? warningOf(name, typed ?? '') : undefined
  if (warning === undefined) return null
  return (
    <p className="app-note app-attention" role="status">
      <Icon name="alert" size={14} /> {warning}
    </p>
  )
}
