import { TextInput } from '@mantine/core'
import { useEffect, useImperativeHandle, useRef } from 'react'
import { type FieldValues, useController } from 'react-hook-form'
import { type Bound, type FieldLook, lookOf, quiet, useFieldError } from './field-kit.ts'
import { readDecimal, readNumber, showDecimal, showNumber } from './number-text.ts'

type NumberLook = FieldLook & {
  /** Digits behind the comma; a whole number unless said. */
  readonly decimals?: number
  /** A year and the like: no dot between thousands. */
  readonly plain?: boolean
  /** Said behind the number: "ngày làm việc", "%", "đồng". */
  readonly unit?: string
}

/** A number as text, read with Vietnamese dots and comma; the value is a number, null, or the unreadable text. */
export function NumberField<V extends FieldValues, O>(props: NumberLook & Bound<V, O>) {
  const { form, name, decimals = 0, plain = false, unit } = props
  const { field } = useController({ control: form.control, name })
  const error = useFieldError(props)
  const input = useRef<HTMLInputElement>(null)
  const told = useRef<unknown>(field.value)
  const show = (value: unknown): string => {
    if (typeof value === 'string') return value
    if (typeof value !== 'number') return ''
    if (plain) return String(value)
    return decimals === 0 || Number.isInteger(value) ? showNumber(value) : showDecimal(value, decimals)
  }
  useImperativeHandle(field.ref, () => ({ focus: () => input.current?.focus() }), [])
  useEffect(() => {
    if (field.value === told.current) return
    told.current = field.value
    if (input.current !== null) input.current.value = show(field.value)
  })
  const tell = (typed: string) => {
    const text = typed.trim()
    told.current = text === '' ? null : ((decimals === 0 ? readNumber(text) : readDecimal(text)) ?? text)
    field.onChange(told.current)
  }
  return (
    <TextInput
      {...quiet}
      {...lookOf(props)}
      inputMode={decimals === 0 ? 'numeric' : 'decimal'}
      defaultValue={show(field.value)}
      ref={input}
      error={error}
      classNames={{ input: 'g-tabular' }}
      {...(unit === undefined
        ? {}
        : { rightSection: <span className="g-unit">{unit}</span>, rightSectionWidth: 'auto' })}
      onChange={event => tell(event.currentTarget.value)}
      onBlur={() => {
        if (input.current !== null) input.current.value = show(told.current)
        field.onBlur()
      }}
    />
  )
}
