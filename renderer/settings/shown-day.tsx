import type { UseQueryResult } from '@tanstack/react-query'
import { createContext, Fragment, type ReactNode, useContext, useState } from 'react'
import type { Settings } from '../../electron/core/settings/contract.ts'
import type { OfficeKey } from '../../electron/core/settings/model.ts'
import type { ApiError } from '../api/api-error.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { Waiting } from '../ui/delayed.tsx'

/** Which of the values that a setting has through time is looked at: the one of today, until another is chosen. */
export type ShownDay = {
  /** What to ask the core for. */
  readonly asked: { readonly on?: string }
  /** How often another value was chosen. */
  readonly turn: number
  readonly show: (day: string) => void
}

const Around = createContext<ShownDay>({ asked: {}, turn: 0, show: () => undefined })

export function useShownDay(): ShownDay {
  const [{ asked, turn }, set] = useState<Omit<ShownDay, 'show'>>({ asked: {}, turn: 0 })
  return { asked, turn, show: day => set({ asked: { on: day }, turn: turn + 1 }) }
}

/** The choice that a form stands under. */
export const useChosenDay = (): ShownDay => useContext(Around)

type ShownValueProps<T> = {
  readonly day: ShownDay
  readonly ask: UseQueryResult<T, ApiError>
  readonly children: (answer: T) => ReactNode
}

/**
 * The value that is looked at; its form is drawn anew whenever another one is chosen, and only from an answer of now:
 * a form keeps what it was drawn with, and what lay in the memory may have been changed since.
 */
export function ShownValue<T>({ day, ask, children }: ShownValueProps<T>) {
  const [drawn, setDrawn] = useState<number | null>(null)
  const { turn } = day
  if (drawn !== turn && !ask.isFetching && ask.data !== undefined) setDrawn(turn)
  if (drawn !== turn && ask.isFetching) return <Waiting lines={6} />
  return (
    <Around.Provider value={day}>
      <Answered ask={ask} lines={6}>
        {answer => <Fragment key={turn}>{children(answer)}</Fragment>}
      </Answered>
    </Around.Provider>
  )
}

type OfficeSettingProps<K extends OfficeKey> = {
  readonly name: K
  readonly children: (inForce: Settings[K]) => ReactNode
}

/** One setting of the office, with its own choice of the value that is looked at. */
export function OfficeSetting<K extends OfficeKey>({ name, children }: OfficeSettingProps<K>) {
  const day = useShownDay()
  const settings = useAsk('settings.get', day.asked, { fresh: true })
  return (
    <ShownValue day={day} ask={settings}>
      {now => children(now[name])}
    </ShownValue>
  )
}
