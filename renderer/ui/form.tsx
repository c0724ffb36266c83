import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { messageOf } from '../api/api-error.ts'
import { Banner } from './banner.tsx'
import { isComposing, keyName } from './keys.ts'
import { showRefusal } from './use-zod-form.ts'

/** What went wrong with the whole form; nothing while all is well. */
export function FormError({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null
  return <Banner tone="bad">{messageOf(error)}</Banner>
}

type FormProps<V extends FieldValues, O> = {
  readonly form: UseFormReturn<V, unknown, O>
  /** Throws what the core refused: it is then shown beside its field or above the buttons. */
  readonly onSubmit: (values: O) => Promise<unknown>
  readonly children: ReactNode
  /** The buttons; the one that saves is `type="submit"`. */
  readonly footer: ReactNode
  readonly label?: string
  readonly className?: string
}

/** Enter goes on to the next field and saves from the last; Ctrl+Enter and Ctrl+S save from anywhere. */
export function Form<V extends FieldValues, O>(props: FormProps<V, O>) {
  const { form, onSubmit, children, footer, label, className } = props
  const [problem, setProblem] = useState<unknown>(null)
  const said = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // a long form was perhaps saved from its top, and the refusal stands at its end
    if (problem !== null) said.current?.scrollIntoView({ block: 'nearest' })
  }, [problem])
  const save = form.handleSubmit(async values => {
    setProblem(null)
    try {
      await onSubmit(values)
    } catch (error) {
      setProblem(showRefusal(form, error))
    }
  })
  return (
    <form
      className={`g-form ${className ?? ''}`}
      noValidate
      autoComplete="off"
      aria-label={label}
      onSubmit={event => {
        event.stopPropagation()
        leaveField(event.currentTarget)
        void save(event)
      }}
      onKeyDown={press}
    >
      {children}
      {problem === null ? null : (
        <div ref={said} className="g-form-said">
          <FormError error={problem} />
        </div>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus while a button is pressed */}
      <div className="g-form-footer" role="presentation" onMouseDown={keepFocus}>
        {footer}
      </div>
    </form>
  )
}

function press(event: KeyboardEvent<HTMLFormElement>): void {
  if (isComposing(event)) {
    // the Enter that ends a word must not submit
    if (event.key === 'Enter') event.preventDefault()
    return
  }
  if (event.defaultPrevented) return
  const name = keyName(event)
  if (name === 'Ctrl+Enter' || name === 'Ctrl+S') {
    event.preventDefault()
    event.currentTarget.requestSubmit()
  } else if (name === 'Enter' && isLine(event.target)) {
    event.preventDefault()
    goOn(event.currentTarget, event.target)
  }
}

/** The message of the field that would be left pushes the button away from under the pointer: the click is lost. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault()
}

/** A field may still hold typed text that it reads on leaving. */
function leaveField(form: HTMLFormElement): void {
  const field = document.activeElement
  if (field instanceof HTMLElement && form.contains(field)) {
    field.blur()
    field.focus()
  }
}

/** Enter goes on from a tick box as well: there the space bar ticks, and the browser's Enter would save. */
function isLine(target: EventTarget): target is HTMLInputElement | HTMLSelectElement {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement
}

function goOn(form: HTMLFormElement, from: HTMLElement): void {
  const fields = [...form.elements].filter(
    (element): element is HTMLElement =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLSelectElement ||
        element instanceof HTMLTextAreaElement) &&
      !element.disabled &&
      element.type !== 'hidden' &&
      element.tabIndex >= 0,
  )
  const next = fields[fields.indexOf(from) + 1]
  if (next !== undefined) next.focus()
  else form.requestSubmit()
}
