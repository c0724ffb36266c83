import { useSyncExternalStore } from 'react'

/** A value outside React that screens may follow: who is signed in, whether the host answers. */
export type Observable<T> = {
  readonly get: () => T
  readonly set: (value: T) => void
  readonly follow: (heard: () => void) => () => void
}

export function observable<T>(first: T): Observable<T> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: next => {
      if (Object.is(next, value)) return
      value = next
      for (const heard of listeners) heard()
    },
    follow: heard => {
      listeners.add(heard)
      return () => listeners.delete(heard)
    },
  }
}

export function useObservable<T>(source: Observable<T>): T {
  return useSyncExternalStore(source.follow, source.get)
}
