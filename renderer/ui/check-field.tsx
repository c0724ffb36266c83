import { Checkbox } from '@mantine/core'
import { type FieldValues, useController } from 'react-hook-form'
import { type Bound, type FieldLook, useFieldError } from './field-kit.ts'

type Alone = { readonly value: boolean; readonly onChange: (value: boolean) => void }
type Look = Pick<FieldLook, 'label' | 'hint' | 'disabled' | 'className'>

/** Yes or no. */
export function CheckField<V extends FieldValues, O>(props: Look & (Bound<V, O> | Alone)) {
  return 'form' in props ? <BoundCheck {...props} /> : <Check {...props} />
}

function BoundCheck<V extends FieldValues, O>(props: Look & Bound<V, O>) {
  const { field } = useController({ control: props.form.control, name: props.name })
  const error = useFieldError(props)
  return <Check {...props} value={field.value === true} onChange={field.onChange} error={error} />
}

function Check(props: Look & Alone & { readonly error?: string | undefined }) {
  return (
    <Checkbox
      label={props.label}
      description={props.hint}
      disabled={props.disabled ?? false}
      className={props.className ?? ''}
      checked={props.value}
      error={props.error}
      onChange={event => props.onChange(event.currentTarget.checked)}
    />
  )
}
