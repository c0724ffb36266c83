import { type ReactNode, useEffect, useState } from 'react'

/** Shows its content only after a fifth of a second: what comes sooner needs no skeleton. */
export function Delayed({ children, ms = 200 }: { readonly children: ReactNode; readonly ms?: number }) {
  const [due, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return due ? children : null
}

/** Grey lines where an answer will stand. */
export function Waiting({ lines = 3 }: { readonly lines?: number }) {
  return (
    <Delayed>
      <div className="g-waiting" role="status" aria-label="Đang tải dữ liệu">
        {Array.from({ length: lines }, (_, line) => line).map(line => (
          <div key={line} />
        ))}
      </div>
    </Delayed>
  )
}
