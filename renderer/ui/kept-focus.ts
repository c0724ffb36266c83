import { type FocusEvent, useEffect, useRef } from 'react'

/**
 * A dialog's focus trap takes the focus to what is marked `data-autofocus` some moments after the dialog is there:
 * on a slow PC after the person has begun to type in another field. The mark goes with the person, so that the
 * trap finds the focus where it already is. For `onFocus` of the dialog.
 */
export function takeMarkAlong(event: FocusEvent<HTMLElement>): void {
  for (const marked of event.currentTarget.querySelectorAll('[data-autofocus]'))
    marked.removeAttribute('data-autofocus')
  event.target.setAttribute('data-autofocus', 'true')
}

/**
 * A button that is out of use while it asks the core loses the focus, and a key then goes to the window: Escape would
 * leave the screen behind a dialog instead of the dialog.
 */
export function useLostEscape(open: boolean, close: () => void): void {
  const current = useRef(close)
  useEffect(() => {
    current.current = close
  })
  useEffect(() => {
    if (!open) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.target !== document.body) return
      event.preventDefault()
      event.stopImmediatePropagation()
      current.current()
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [open])
}
