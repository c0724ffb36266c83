import { useState } from 'react'
import { type RegisterFilter, withoutOrder } from '../applications/register-filter.ts'
import { nonePicked, type Picked } from './picked.ts'

/** What is ticked belongs to one list: another filter starts with nothing, another order changes nothing. */
export function usePicked(filter: RegisterFilter): readonly [Picked, (next: Picked) => void] {
  const list = JSON.stringify(withoutOrder(filter))
  const [held, hold] = useState({ list, picked: nonePicked })
  const picked = held.list === list ? held.picked : nonePicked
  return [picked, next => hold({ list, picked: next })]
}
