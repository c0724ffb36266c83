import type { Measured } from '../verbs/bench.ts'

const warmUp = 3
const rounds = 30

/** Times one case and its floor turn by turn, so that a noisy moment falls on both. */
export async function measure(
  name: string,
  work: () => Promise<unknown>,
  floor: string,
  bare: () => unknown,
): Promise<Measured> {
  const ours: number[] = []
  const bares: number[] = []
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const begun = performance.now()
    await work()
    const between = performance.now()
    bare()
    const ended = performance.now()
    if (round < warmUp) continue
    ours.push(between - begun)
    bares.push(ended - between)
  }
  const ms = at(ours, 0.5)
  const floorMs = at(bares, 0.5)
  return { name, ms, p95: at(ours, 0.95), floor, floorMs, ratio: ms / floorMs }
}

/** The best of three: a floor is what is possible. */
export function once(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return Math.min(...times)
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
