import { type Known, openAt, stateAt, timeliness, waitsAt } from './naive-figures.ts'

/** One file with what the figures are split by. */
export type NaiveFile = Known & {
  readonly channel: 'online' | 'direct' | 'postal'
  readonly licences: number
  readonly returnWay: 'counter' | 'post' | 'electronic' | null
}

type Figure = { total: number; online: number; direct: number; postal: number }

/** How often one file counts in each measure of [from, to] (figures.md §3). */
function share(file: NaiveFile, from: string, to: string): Record<string, number> {
  const inside = (day: string | null) => (day !== null && from <= day && day <= to ? 1 : 0)
  const dayBefore = new Date(Date.parse(`${from}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  const closings = file.closings.filter(({ day }) => inside(day) === 1)
  const closed = (test: (closing: (typeof closings)[number]) => boolean) => closings.filter(test).length
  const open = openAt(file, to)
  const state = stateAt(file, to)
  const returned = inside(file.returnedAt)
  const way = file.returnWay ?? 'counter'
  return {
    registered: inside(file.registeredAt),
    refused: inside(file.refusedAt),
    dropped: inside(file.droppedAt),
    waitingIn: Number(waitsAt(file, dayBefore)),
    waiting: Number(waitsAt(file, to)),
    received: inside(file.receivedAt),
    carriedIn: Number(openAt(file, dayBefore)),
    resumed: file.resumptions.filter(day => inside(day) === 1).length,
    finished: closed(({ kind }) => kind === 'finished'),
    withdrawn: closed(({ kind }) => kind === 'withdrawn'),
    stopped: closed(({ kind }) => kind === 'stopped'),
    closed: closings.length,
    closedEarly: closed(closing => timeliness(closing) === 'closedEarly'),
    closedOnTime: closed(closing => timeliness(closing) === 'closedOnTime'),
    closedLate: closed(closing => timeliness(closing) === 'closedLate'),
    open: Number(open),
    openInTime: Number(open && state === 'openInTime'),
    openPaused: Number(open && state === 'openPaused'),
    openOverdue: Number(open && state === 'openOverdue'),
    returned,
    returnedCounter: way === 'counter' ? returned : 0,
    returnedPost: way === 'post' ? returned : 0,
    returnedElectronic: way === 'electronic' ? returned : 0,
  }
}

/** Every measure of a period, by looping over all files. */
export function naiveMeasures(
  files: readonly NaiveFile[],
  { from, to }: { readonly from: string; readonly to: string },
  unit: 'files' | 'licences',
): Record<string, Figure> {
  const measures: Record<string, Figure> = {}
  for (const file of files) {
    const weight = unit === 'files' ? 1 : file.licences
    for (const [name, times] of Object.entries(share(file, from, to))) {
      const figure = measures[name] ?? { total: 0, online: 0, direct: 0, postal: 0 }
      measures[name] = figure
      figure.total += times * weight
      figure[file.channel] += times * weight
    }
  }
  return measures
}
