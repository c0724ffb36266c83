import { useEffect, useRef } from 'react'

/** What both React's and the browser's keyboard events have. */
export type KeyPress = {
  readonly key: string
  readonly keyCode: number
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
  readonly isComposing?: boolean
  readonly nativeEvent?: { readonly isComposing: boolean }
}

/** An input method is at work on this key: it belongs to the word being typed and to nobody else. */
export function isComposing(press: KeyPress): boolean {
  return press.isComposing === true || press.nativeEvent?.isComposing === true || press.keyCode === 229
}

/** `Ctrl+K`, `Alt+1`, `F1`, `Escape`: how a shortcut is written in code and shown in tooltips. */
export function keyName(press: KeyPress): string {
  const key = press.key.length === 1 ? press.key.toUpperCase() : press.key
  return `${press.ctrlKey || press.metaKey ? 'Ctrl+' : ''}${press.altKey ? 'Alt+' : ''}${
    press.shiftKey && press.key.length > 1 ? 'Shift+' : ''
  }${key}`
}

export type Shortcuts = Readonly<Record<string, () => void>>

/**
 * Shortcuts of a screen while it stands. Only with Ctrl, Alt or a function key, or Escape: bare letters and
 * digits belong to Telex and VNI. A key another part has handled is left alone.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts)
  useEffect(() => {
    current.current = shortcuts
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event)) return
      const action = current.current[keyName(event)]
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
