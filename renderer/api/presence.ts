const stillAfterMs = 60_000
let touched = Date.now()

function touch(): void {
  touched = Date.now()
}

for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const) {
  window.addEventListener(kind, touch, { capture: true, passive: true })
}

/** Has nobody touched keyboard or pointer for a minute? Such a request must not keep the session alive. */
export function isIdle(now: number = Date.now()): boolean {
  return now - touched > stillAfterMs
}
