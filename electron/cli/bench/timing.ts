/** One measurement beside its floor in the same run, in ms; only the ratio means something on another machine. */
export type Measured = {
  readonly what: string
  readonly p50: number
  readonly p95: number
  /** What the floor is: the fewest plain statements, or plain parsing or packing, that the same answer takes. */
  readonly raw: string
  readonly rawP50: number
  readonly ratio: number
  /** Why more than three times the floor is right here, where that is known. */
  readonly why?: string
}

export type Case = {
  readonly what: string
  /** `round` counts up, for what asks something else each time. */
  work(round: number): unknown
  readonly raw: string
  bare(round: number): unknown
  readonly why?: string
}

const warmUp = 3
const most = 20
const fewest = 5
/** No case is asked longer than this, in ms, once it has been asked `fewest` times. */
const patience = 2500

/** Times one case and its floor turn by turn, so that a noisy moment falls on both. */
export async function measure({ what, work, raw, bare, why }: Case): Promise<Measured> {
  const ours: number[] = []
  const bares: number[] = []
  const until = performance.now() + patience
  for (let round = 0; round < warmUp + most; round += 1) {
    if (ours.length >= fewest && performance.now() > until) break
    const begun = performance.now()
    await work(round)
    const between = performance.now()
    await bare(round)
    const ended = performance.now()
    if (round < warmUp) continue
    ours.push(between - begun)
    bares.push(ended - between)
  }
  const [p50, rawP50] = [at(ours, 0.5), at(bares, 0.5)]
  return {
    what,
    p50,
    p95: at(ours, 0.95),
    raw,
    rawP50,
    ratio: p50 / rawP50,
    ...(why !== undefined && { why }),
  }
}

/** Cases one after the other, never beside each other. */
export async function measureAll(cases: readonly Case[]): Promise<readonly Measured[]> {
  const measured: Measured[] = []
  for (const each of cases) measured.push(await measure(each))
  return measured
}

/** How long `work` takes, in ms. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
