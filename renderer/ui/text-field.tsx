import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { type Bound, type FieldLook, lookOf, quiet, useFieldError } from './field-kit.ts'

type Sort = {
  /** `code` shows digits of equal width: codes, paper numbers, phones. They stay text. */
  readonly sort?: 'text' | 'code'
}

/** One line of text, uncontrolled: nothing is rewritten while it is typed; tidying is the core's. */
export function TextField<V extends FieldValues, O>(props: Bound<V, O> & FieldLook & Sort) {
  const error = useFieldError(props)
  return (
    <TextInput
      {...quiet}
      {...lookOf(props)}
      {...props.form.register(props.name)}
      error={error}
      classNames={props.sort === 'code' ? { input: 'g-tabular' } : {}}
    />
  )
}

/** Several lines; Enter is a line break, Ctrl+Enter saves the form. */
export function TextBlock<V extends FieldValues, O>(
  props: Bound<V, O> & FieldLook & { readonly lines?: number },
) {
  const error = useFieldError(props)
  const lines = props.lines ?? 3
  return (
    <Textarea {...quiet} {...lookOf(props)} {...props.form.register(props.name)} error={error} rows={lines} />
  )
}

/** A password with an eye to show it; never kept by the browser. */
export function PasswordField<V extends FieldValues, O>(props: Bound<V, O> & FieldLook) {
  const error = useFieldError(props)
  return (
    <PasswordInput
      {...quiet}
      {...lookOf(props)}
      {...props.form.register(props.name)}
      autoComplete="new-password"
      error={error}
      visibilityToggleButtonProps={{ 'aria-label': 'Hiện hoặc ẩn mật khẩu', tabIndex: -1 }}
    />
  )
}
