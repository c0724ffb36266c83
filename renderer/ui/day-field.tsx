import { TextInput } from '@mantine/core'
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { type FieldValues, useController } from 'react-hook-form'
import { type DayReading, readDay, showTyped, stepDay, today } from './day-text.ts'
import { type Bound, type FieldLook, lookOf, quiet, useFieldError } from './field-kit.ts'
import { isComposing } from './keys.ts'

const notADay = 'Ngày không có trong lịch. Nhập ngày/tháng/năm, ví dụ 18/09/2023.'

/** A field of its own, outside a form: heard when it is left, on Enter and on ↑↓. */
type Alone = {
  readonly value: string | null
  readonly onChange: (day: string | null) => void
}

type DayLook = FieldLook & DayReading

/**
 * A day as text: ddmmyy, ddmmyyyy, dd/mm, "h" for today, ↑↓ one day on or back. What is typed stays as it is
 * until the field is left; then it reads dd/mm/yyyy. The value is `YYYY-MM-DD`, or the text nobody can read.
 */
export function DayField<V extends FieldValues, O>(props: DayLook & (Bound<V, O> | Alone)) {
  return 'form' in props ? <BoundDay {...props} /> : <LoneDay {...props} />
}

function BoundDay<V extends FieldValues, O>(props: DayLook & Bound<V, O>) {
  const { field } = useController({ control: props.form.control, name: props.name })
  const error = useFieldError(props)
  const value: unknown = field.value
  return (
    <DayInput
      {...props}
      value={typeof value === 'string' ? value : null}
      onTyped={field.onChange}
      onLeave={field.onBlur}
      handle={field.ref}
      error={error}
    />
  )
}

function LoneDay(props: DayLook & Alone) {
  const [wrong, setWrong] = useState(false)
  const typed = useRef(props.value)
  const commit = () => {
    const value = typed.current
    const read = value === null ? null : readDay(value, today(), props)
    setWrong(value !== null && read === null)
    if ((value === null || read !== null) && read !== props.value) props.onChange(read)
  }
  return (
    <DayInput
      {...props}
      value={props.value}
      onTyped={value => {
        typed.current = value
      }}
      onLeave={commit}
      onStep={commit}
      error={wrong ? notADay : undefined}
    />
  )
}

type DayInputProps = DayLook & {
  readonly value: string | null
  readonly onTyped: (value: string | null) => void
  readonly onLeave: () => void
  readonly onStep?: () => void
  readonly handle?: Ref<{ focus: () => void }>
  readonly error: string | undefined
}

function DayInput(props: DayInputProps) {
  const { value, onTyped, onLeave, onStep, handle, error, past = false, yearOnly = false } = props
  const input = useRef<HTMLInputElement>(null)
  const told = useRef(value)
  useImperativeHandle(handle, () => ({ focus: () => input.current?.focus() }), [])
  useEffect(() => {
    // the form was filled from outside; what the person typed is never touched here
    if (value === told.current) return
    told.current = value
    if (input.current !== null) input.current.value = showTyped(value)
  }, [value])

  const tell = (text: string) => {
    const typed = text.trim()
    told.current = typed === '' ? null : (readDay(typed, today(), { past, yearOnly }) ?? typed)
    onTyped(told.current)
  }
  const rewrite = () => {
    if (input.current !== null) input.current.value = showTyped(told.current)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event) || event.ctrlKey || event.altKey) return
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault()
      const day = stepDay(event.currentTarget.value, event.key === 'ArrowUp' ? 1 : -1, today(), {
        past,
        yearOnly,
      })
      tell(day)
      rewrite()
      onStep?.()
    } else if (event.key === 'Enter') {
      rewrite()
      onStep?.()
    }
  }
  return (
    <TextInput
      placeholder={yearOnly ? 'ngày/tháng/năm hoặc năm' : 'ngày/tháng/năm'}
      {...quiet}
      {...lookOf(props)}
      inputMode="numeric"
      defaultValue={showTyped(value)}
      ref={input}
      error={error}
      classNames={{ input: 'g-tabular' }}
      onChange={event => tell(event.currentTarget.value)}
      onBlur={() => {
        rewrite()
        onLeave()
      }}
      onKeyDown={press}
    />
  )
}
