import { useEffect, useRef } from 'react'
import { type Move, type MoveName, moveOf } from '../../electron/core/applications/statuses.ts'
import { isComposing, keyName, type Shortcuts } from '../ui/keys.ts'

/** The road most files take: its next step is the main button. */
const usualRoad: readonly MoveName[] = ['receive', 'process', 'continue', 'finish', 'return', 'reopen']

export const mainKey = 'F8'
export const undoKey = 'Shift+F8'
export const slipKey = 'Ctrl+P'

/** The next step of the usual road. */
export function mainMove(moves: readonly MoveName[]): Move | null {
  const name = usualRoad.find(each => moves.includes(each))
  return name === undefined ? null : moveOf[name]
}

/**
 * The key of a step: Ctrl+Alt and the number of the status it leads to in the national list, 0 for 10. The same in
 * every file, so that fingers learn it. No letters: they belong to Telex.
 */
export function keyOfMove(move: Move): string {
  return `Ctrl+Alt+${move.to % 10}`
}

/**
 * Keys of a file while it stands. On keyboards where AltGr types digits (the Vietnamese layout of Windows) the system
 * reports it as Ctrl+Alt: then the digit belongs to the field.
 */
export function useFileKeys(keys: Shortcuts): void {
  const current = useRef(keys)
  useEffect(() => {
    current.current = keys
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || event.getModifierState('AltGraph')) return
      // a decision that is open is made first
      if (document.querySelector('[role="dialog"]') !== null) return
      const action = current.current[nameOf(event)]
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}

/** With Alt some systems put another letter on a digit's key; the key itself says which digit it is. */
function nameOf(event: KeyboardEvent): string {
  const digit = event.altKey ? /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] : undefined
  return digit === undefined ? keyName(event) : `${event.ctrlKey ? 'Ctrl+' : ''}Alt+${digit}`
}
