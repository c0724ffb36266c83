/** A scanner's keys follow each other faster, from first to last, than anybody types; one may lag behind. */
const meanMs = 45
const longestGapMs = 120
const shortestCode = 7

export type Burst = { readonly text: string; readonly from: number; readonly at: number }
export const noBurst: Burst = { text: '', from: 0, at: Number.NEGATIVE_INFINITY }

export type Heard = { readonly burst: Burst; readonly code: string | null }

/** One more key; Enter at the end of a quick row of letters and digits gives the code that was read. */
export function hear(burst: Burst, key: string, at: number): Heard {
  const goesOn = at - burst.at <= longestGapMs
  if (key === 'Enter') {
    const quick = goesOn && at - burst.from <= meanMs * burst.text.length
    return { burst: noBurst, code: quick && burst.text.length >= shortestCode ? burst.text : null }
  }
  if (key === 'Shift') return { burst: goesOn ? { ...burst, at } : burst, code: null }
  if (key.length !== 1 || key === ' ') return { burst: noBurst, code: null }
  return {
    burst: goesOn ? { ...burst, text: burst.text + key, at } : { text: key, from: at, at },
    code: null,
  }
}
