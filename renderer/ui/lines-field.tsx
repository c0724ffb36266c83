import { Textarea } from '@mantine/core'
import { useImperativeHandle, useRef } from 'react'
import { type FieldValues, useController } from 'react-hook-form'
import { type Bound, type FieldLook, lookOf, quiet, useFieldError } from './field-kit.ts'

/** A short list typed one entry a line; the value is the list without empty lines. */
export function LinesField<V extends FieldValues, O>(
  props: Bound<V, O> & FieldLook & { readonly lines?: number },
) {
  const { field } = useController({ control: props.form.control, name: props.name })
  const error = useFieldError(props)
  const input = useRef<HTMLTextAreaElement>(null)
  const value: unknown = field.value
  useImperativeHandle(field.ref, () => ({ focus: () => input.current?.focus() }), [])
  return (
    <Textarea
      {...quiet}
      {...lookOf(props)}
      ref={input}
      rows={props.lines ?? 3}
      defaultValue={Array.isArray(value) ? value.join('\n') : ''}
      error={error}
      onChange={event =>
        field.onChange(event.currentTarget.value.split('\n').filter(line => line.trim() !== ''))
      }
      onBlur={field.onBlur}
    />
  )
}
