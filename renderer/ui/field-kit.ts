import type { ReactNode } from 'react'
import { type FieldPath, type FieldValues, get, type UseFormReturn, useFormState } from 'react-hook-form'

/** What every field of the kit takes. */
export type FieldLook = {
  readonly label: string
  /** One line below the label: what is wanted, with an example. */
  readonly hint?: ReactNode
  readonly required?: boolean
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  readonly placeholder?: string
  /** Hidden label, where a toolbar has no room; still read out. */
  readonly bare?: boolean
  readonly className?: string
}

/** A field bound to a form: `<TextField form={form} name="fullName" label="Họ và tên" />`. */
export type Bound<V extends FieldValues, O> = {
  readonly form: UseFormReturn<V, unknown, O>
  readonly name: FieldPath<V>
}

/** No browser help that would disturb Unikey, EVKey or OpenKey. */
export const quiet = {
  spellCheck: false,
  autoComplete: 'off',
  autoCorrect: 'off',
  autoCapitalize: 'off',
} as const

/** The message beside a bound field. */
export function useFieldError<V extends FieldValues, O>({ form, name }: Bound<V, O>): string | undefined {
  const { errors } = useFormState({ control: form.control, name })
  const error: unknown = get(errors, name)
  if (typeof error !== 'object' || error === null || !('message' in error)) return undefined
  return typeof error.message === 'string' ? error.message : undefined
}

/** The properties of Mantine's inputs that come from `FieldLook`. */
export function lookOf(look: FieldLook) {
  const { label, hint, required, disabled, autoFocus, placeholder, bare, className } = look
  return {
    ...(bare === true ? { 'aria-label': label } : { label }),
    ...(hint === undefined ? {} : { description: hint }),
    // hints stand below, so that fields side by side stay on one line
    inputWrapperOrder: ['label' as const, 'input' as const, 'description' as const, 'error' as const],
    ...(required === true ? { withAsterisk: true, 'aria-required': true } : {}),
    ...(disabled === true ? { disabled: true } : {}),
    ...(autoFocus === true ? { autoFocus: true, 'data-autofocus': true } : {}),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(className === undefined ? {} : { className }),
  }
}
