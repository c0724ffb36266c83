import { useEffect, useRef } from 'react'
import { isComposing } from '../ui/keys.ts'
import { hear, noBurst } from './scanner.ts'
import { looksLikeCode } from './search-hits.ts'

/** A code read by a QR scanner while no field has the focus; in a field it is the field's. */
export function useScanner(onCode: (code: string) => void): void {
  const tell = useRef(onCode)
  useEffect(() => {
    tell.current = onCode
  })
  useEffect(() => {
    let burst = noBurst
    const press = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element &&
        event.target.closest('input:not([type=checkbox]), textarea, select')
      if (typing || isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) {
        burst = noBurst
        return
      }
      const heard = hear(burst, event.key, event.timeStamp)
      burst = heard.burst
      if (heard.code === null || !looksLikeCode(heard.code)) return
      // the list must not open its active row on the scanner's Enter
      event.preventDefault()
      event.stopPropagation()
      tell.current(heard.code)
    }
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  }, [])
}
