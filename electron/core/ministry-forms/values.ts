import type { ReadDb } from '../../../db/database.ts'
import { showDay } from '../calendar/day.ts'
import type { QueryContext } from '../context.ts'
import type { Form, SheetPatch } from '../excel/fill.ts'
import type { Sheet } from '../excel/sheet.ts'
import { type Period, periodTitle } from '../periods/period.ts'
import { settingInForce } from '../settings/store.ts'
import { measure } from '../statistics/measures.ts'
import { type Measures, noCount, type Split, type SplitGroup, type Unit } from '../statistics/model.ts'
import { unitOn } from '../statistics/operations.ts'
import { namedGroups, split } from '../statistics/split.ts'
import { targetStatus } from '../targets/status.ts'
import { fold } from '../vietnamese.ts'
import type { Strays } from './contract.ts'
import { labelsOf } from './grid.ts'
import type { ColumnPlace, Place, Source } from './model.ts'

export type FormValues = { readonly patches: readonly SheetPatch[]; readonly strays: Strays }

type Filling = {
  readonly db: ReadDb
  readonly today: string
  readonly period: Period
  readonly unit: Unit
  readonly form: Form
  readonly sheets: readonly Sheet[]
  readonly groups: (by: Split) => readonly SplitGroup[]
  readonly whole: () => Measures
}

/** Everything a form is filled with for a period, and what finds no place in it; one read transaction. */
export function formValues(
  { db, today }: QueryContext,
  places: readonly Place[],
  period: Period,
  workbook: { readonly form: Form; readonly sheets: readonly Sheet[] },
): FormValues {
  const unit = unitOn(db, period.to)
  const splits = new Map<Split, readonly SplitGroup[]>()
  let whole: Measures | undefined
  const filling: Filling = {
    ...workbook,
    ...{ db, today, period, unit },
    groups: by => {
      const known = splits.get(by) ?? split(db, period, unit, by)
      splits.set(by, known)
      return known
    },
    whole: () => {
      whole ??= measure(db, period, unit)
      return whole
    },
  }
  const columns = places.flatMap(place => (place.kind === 'column' ? [columnValues(filling, place)] : []))
  const cells = places.flatMap((place): SheetPatch[] =>
    place.kind === 'cell'
      ? [{ sheet: place.sheet, cell: place.cell, value: cellValue(filling, place.source, place) }]
      : [],
  )
  return {
    patches: [...cells, ...columns.flatMap(({ patches }) => patches)],
    strays: {
      rows: columns.flatMap(({ strays }) => strays.rows),
      groups: columns.flatMap(({ strays }) => strays.groups),
    },
  }
}

/** What stands where there is nothing to say: never 0, never 100 %. */
const none = '–'

type At = { readonly sheet: string; readonly cell: string }

function cellValue(filling: Filling, source: Source, at: At): number | string {
  if (source.kind === 'department') return settingInForce(filling.db, 'department', filling.today).name
  if (source.kind === 'period') return periodWord(filling.period, source.words)
  if (source.kind === 'target') return targetValue(filling, source.figure, at)
  const { group } = source
  if (group === undefined) return total(filling.whole(), source)
  const found = filling.groups(group.by).find(({ key }) => key === group.key)
  return found === undefined ? 0 : total(found.measures, source)
}

function periodWord(period: Period, words: Extract<Source, { kind: 'period' }>['words']): number | string {
  if (words === 'year') return Number(period.to.slice(0, 4))
  return words === 'title' ? periodTitle(period) : showDay(period[words])
}

/** A period that still runs is looked at as of today, as the reports do. */
function targetValue({ db, today, period, form }: Filling, figure: string, at: At): number | string {
  const status = targetStatus(db, period.from <= today && today < period.to ? today : period.to)
  if (figure === 'numerator' || figure === 'denominator' || figure === 'missing')
    return status[figure] ?? none
  // a cell formatted as a percentage holds the ratio itself; any other the number of per cent
  const percent = form.isPercent(at.sheet, at.cell)
  if (figure === 'goal') {
    if (status.targetBp === null) return none
    return percent ? status.targetBp / 10_000 : status.targetBp / 100
  }
  if (status.ratioPct === null) return none
  return percent ? status.numerator / status.denominator : status.ratioPct
}

const total = (measures: Measures, { names, channels }: Pick<ColumnPlace, 'names' | 'channels'>): number =>
  names.reduce((sum, name) => {
    const counts = measures[name] ?? noCount
    if (channels.length === 0) return sum + counts.total
    return channels.reduce((part, channel) => part + counts[channel], sum)
  }, 0)

/** Numbering and the short words of lists do not part two names: "1. TP. Rạch Giá" is "Thành phố Rạch Giá". */
const plain = (label: string): string =>
  fold(label)
    .replace(/^\d+\s*[.)]\s*/, '')
    .replace(/^tp\.?\s+/, 'thanh pho ')
    .replace(/^tx\.?\s+/, 'thi xa ')
    .replace(/\s+/g, ' ')
    .trim()

function columnValues(filling: Filling, place: ColumnPlace): FormValues {
  const { sheet, column, by } = place
  const counted = filling.groups(by)
  const named = [...namedGroups(filling.db, by), ...counted]
  const left = new Map(counted.map(group => [group.key, group]))
  const taken = new Set<string | null>()
  const patches: SheetPatch[] = []
  const rows: Strays['rows'][number][] = []
  for (const { row, label } of labelsOf(filling.sheets, place)) {
    const group = named.find(({ name }) => plain(name) === plain(label))
    // a group named twice is written once: a sum over the column must not count it twice
    if (group === undefined || taken.has(group.key)) {
      rows.push({ sheet, cell: `${column}${row}`, label })
      continue
    }
    taken.add(group.key)
    const measures = left.get(group.key)?.measures
    left.delete(group.key)
    patches.push({
      sheet,
      cell: `${column}${row}`,
      value: measures === undefined ? 0 : total(measures, place),
    })
  }
  const groups = [...left.values()].flatMap(({ name, measures }) => {
    const value = total(measures, place)
    return value === 0 ? [] : [{ sheet, column, name, value }]
  })
  return { patches, strays: { rows, groups } }
}
