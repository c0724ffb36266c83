import { Button } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useShortcuts } from '../ui/keys.ts'
import { Section } from '../ui/page.tsx'

type ListAndFormProps = {
  readonly title: string
  readonly note?: ReactNode
  readonly action?: ReactNode
  readonly list: ReactNode
  /** The form beside the list, while something is being added or changed. */
  readonly form: { readonly title: string; readonly content: ReactNode } | null
  readonly onClose: () => void
  readonly wide?: boolean
}

/** A list that stays, and beside it the form for one of its lines. Escape closes the form. */
export function ListAndForm({ title, note, action, list, form, onClose, wide = false }: ListAndFormProps) {
  useShortcuts(form === null ? {} : { Escape: onClose })
  const last = useRef<HTMLElement | null>(null)
  const open = form !== null
  useEffect(() => {
    // the field that had the focus is gone: back to the line it was opened from
    if (!open && document.activeElement === document.body && last.current?.isConnected === true)
      last.current.focus()
  }, [open])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only remembers where in the list the focus was
    <div
      className="g-split"
      role="presentation"
      data-open={open}
      data-wide={wide}
      onFocus={event => {
        if (event.target.closest('aside') === null) last.current = event.target
      }}
    >
      <Section title={title} note={note} action={action}>
        {list}
      </Section>
      {form === null ? null : (
        <aside className="g-card" aria-label={form.title}>
          <h2>{form.title}</h2>
          {form.content}
        </aside>
      )}
    </div>
  )
}

/** The two buttons of such a form. */
export function FormButtons({ busy, onClose }: { readonly busy: boolean; readonly onClose: () => void }) {
  return (
    <>
      <Button variant="default" onClick={onClose}>
        Đóng
      </Button>
      <Button type="submit" loading={busy} title="Ctrl+S">
        Lưu
      </Button>
    </>
  )
}

/** "Sửa" at the end of a line; says to a screen reader what it changes. */
export function EditButton({ what, onClick }: { readonly what: string; readonly onClick: () => void }) {
  return (
    <Button variant="subtle" size="compact-sm" aria-label={`Sửa ${what}`} onClick={onClick}>
      Sửa
    </Button>
  )
}
