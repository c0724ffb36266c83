import type { Me, SignedIn } from '../../electron/core/users/contract.ts'
import { observable } from './observable.ts'

/**
 * Who is at the screen. `expired`: the core ended the session while a page was open; the page stays, the
 * sign-in stands above it, and refused requests wait for it.
 */
export type Session = {
  readonly token: string | null
  readonly me: Me | null
  readonly expired: boolean
}

const tokenName = 'gplx.token'

/** The token survives a reload of this one tab, nothing else; it is never in an address. */
export const session = observable<Session>({
  token: window.sessionStorage.getItem(tokenName),
  me: null,
  expired: false,
})

let waiting: ((again: boolean) => void)[] = []

function wake(again: boolean): void {
  const woken = waiting
  waiting = []
  for (const resume of woken) resume(again)
}

/** Opens the session, or opens it again for the same person; then the waiting requests go on. */
export function enter({ token, me }: SignedIn): void {
  window.sessionStorage.setItem(tokenName, token)
  const same = session.get().me === null || session.get().me?.id === me.id
  session.set({ token, me, expired: false })
  wake(same)
}

/** The token kept from before a reload turned out to be good. */
export function resume(me: Me): void {
  session.set({ ...session.get(), me, expired: false })
}

/** Forgets the session; the sign-in screen comes, and what waited is given up. */
export function leave(): void {
  window.sessionStorage.removeItem(tokenName)
  session.set({ token: null, me: null, expired: false })
  wake(false)
}

/** The core said that nobody is signed in: true once the same person has signed in again. */
export function signedInAgain(refused: string | null): Promise<boolean> {
  const now = session.get()
  if (now.token !== refused && now.token !== null && !now.expired) return Promise.resolve(true)
  if (now.me === null) {
    leave()
    return Promise.resolve(false)
  }
  session.set({ ...now, expired: true })
  return new Promise(resolve => waiting.push(resolve))
}
