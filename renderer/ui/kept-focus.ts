import type { FocusEvent } from 'react'

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
