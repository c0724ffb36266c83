import { NativeSelect } from '@mantine/core'
import { useImperativeHandle, useRef } from 'react'
import { type FieldValues, get, useController } from 'react-hook-form'
import {
  type ChoiceAlone,
  type ChoiceInputProps,
  type ChoiceLook,
  type ChoiceSaved,
  withGone,
} from './choice.ts'
import { type Bound, lookOf, useFieldError } from './field-kit.ts'
import { SearchChoice } from './search-choice.tsx'

/** Choose one: the system's own list for a few, a list that is searched for many. */
export function ChoiceField<T extends string | number, V extends FieldValues, O>(
  props: ChoiceLook<T> & ((Bound<V, O> & ChoiceSaved<T>) | ChoiceAlone<T>),
) {
  return 'form' in props ? <BoundChoice {...props} /> : <ChoiceInput {...props} />
}

function BoundChoice<T extends string | number, V extends FieldValues, O>(
  props: ChoiceLook<T> & Bound<V, O> & ChoiceSaved<T>,
) {
  const { field, formState } = useController({ control: props.form.control, name: props.name })
  const error = useFieldError(props)
  const { gone } = props
  // what the form began with can be chosen again after another choice; a field with `gone` holds a T or null
  const values: (T | null)[] = [get(formState.defaultValues, props.name), field.value]
  const choices = gone === undefined ? props.choices : withGone(props.choices, values, gone)
  const chosen = choices.find(choice => choice.value === field.value)
  return (
    <ChoiceInput
      {...props}
      choices={choices}
      value={chosen?.value ?? null}
      onChange={field.onChange}
      onLeave={field.onBlur}
      handle={field.ref}
      error={error}
    />
  )
}

function ChoiceInput<T extends string | number>(props: ChoiceInputProps<T>) {
  return (props.search ?? props.choices.length > 12) ? (
    <SearchChoice {...props} />
  ) : (
    <ShortChoice {...props} />
  )
}

function ShortChoice<T extends string | number>(props: ChoiceInputProps<T>) {
  const { choices, none, value, onChange, onLeave, handle, error } = props
  const select = useRef<HTMLSelectElement>(null)
  useImperativeHandle(handle, () => ({ focus: () => select.current?.focus() }), [])
  return (
    <NativeSelect
      {...lookOf(props)}
      ref={select}
      error={error}
      value={value === null ? '' : String(value)}
      onChange={event => {
        const text = event.currentTarget.value
        onChange(choices.find(choice => String(choice.value) === text)?.value ?? null)
      }}
      onBlur={onLeave}
    >
      {none !== undefined || value === null ? <option value="">{none ?? 'Chọn…'}</option> : null}
      {choices.map(choice => (
        <option key={choice.value} value={String(choice.value)} disabled={choice.disabled}>
          {choice.label}
        </option>
      ))}
    </NativeSelect>
  )
}
