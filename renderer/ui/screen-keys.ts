import { useEffect } from 'react'
import { observable } from '../api/observable.ts'

export type ScreenKey = { readonly keys: string; readonly what: string }

/** The keys of the screen that stands, for the help on F1. */
export const screenKeys = observable<readonly ScreenKey[]>([])

/** A screen says which keys it hears; pass a list that stands outside the component. */
export function useScreenKeys(keys: readonly ScreenKey[]): void {
  useEffect(() => {
    screenKeys.set(keys)
    return () => screenKeys.set([])
  }, [keys])
}
