import { useEffect } from 'react'
import { observable, useObservable } from '../api/observable.ts'
import { Banner } from './banner.tsx'

const forMs = 6000
const said = observable<string | null>(null)

/** One sentence about what was just done, in the lower right corner; gone by itself. */
export function say(words: string): void {
  said.set(words)
}

/** Where `say` is heard: once, in the frame of the window. */
export function SaidBar() {
  const words = useObservable(said)
  useEffect(() => {
    if (words === null) return
    const timer = setTimeout(() => said.set(null), forMs)
    return () => clearTimeout(timer)
  }, [words])
  if (words === null) return null
  return (
    <div className="g-said">
      <Banner tone="good">{words}</Banner>
    </div>
  )
}
