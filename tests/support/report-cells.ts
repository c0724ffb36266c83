import type { AppContract } from '../../electron/core/contract.ts'
import type { Client } from '../../electron/core/operation.ts'
import type {
  Cell,
  MeasureRef,
  Picture,
  ReportDocument,
  Row,
  Table,
} from '../../electron/core/reports/report.ts'
import {
  type CountName,
  type MeasureName,
  type Measures,
  measureNames,
  type Split,
  type Unit,
} from '../../electron/core/statistics/model.ts'
import type { PlainSheet } from './workbook.ts'

export function tablesOf(document: ReportDocument): readonly (Table & { readonly sheet: number })[] {
  return document.sheets.flatMap(({ blocks }, sheet) =>
    blocks.flatMap(block => (block.kind === 'table' ? [{ ...block, sheet }] : [])),
  )
}

export function tableOf(document: ReportDocument, id: string): Table {
  const table = tablesOf(document).find(one => one.id === id)
  if (table === undefined) throw new Error(`no table ${id}`)
  return table
}

/** The charts of a document, in order. */
export const picturesOf = (document: ReportDocument): readonly Picture[] =>
  document.sheets.flatMap(({ blocks }) => blocks.filter(block => block.kind === 'picture'))

export const valuesOf = (row: Row | undefined) => row?.cells.map(({ value }) => value) ?? []

/** Every cell that says what it counts. */
export const measuredCells = (document: ReportDocument) =>
  tablesOf(document).flatMap(table =>
    table.rows.flatMap((row, at) =>
      row.cells.flatMap((cell, column) =>
        cell.measure === undefined
          ? []
          : [{ cell, measure: cell.measure, where: `${table.id} ${at}/${column}` }],
      ),
    ),
  )

export const isMeasure = (name: CountName): name is MeasureName => measureNames.some(one => one === name)

/** What the statistics say of a cell, asked through the door; each question once. What is no measure has its list alone. */
export function statisticsOf(client: Client<AppContract>, unit?: Unit) {
  const asked = new Map<string, Promise<Measures | undefined>>()
  const once = (key: string, ask: () => Promise<Measures | undefined>) => {
    const known = asked.get(key) ?? ask()
    asked.set(key, known)
    return known
  }
  const splits = new Map<string, ReturnType<Client<AppContract>['statistics']['split']>>()
  const measuresOf = ({ from, to, group }: MeasureRef): Promise<Measures | undefined> => {
    const period = { from, to }
    const counted = unit === undefined ? {} : { unit }
    if (group === undefined) {
      return once(
        `${from} ${to}`,
        async () => (await client.statistics.figures({ period, ...counted })).measures,
      )
    }
    const by: Split = group.by
    const key = `${from} ${to} ${by}`
    const groups = splits.get(key) ?? client.statistics.split({ period, by, ...counted })
    splits.set(key, groups)
    return groups.then(found => found.find(one => one.key === group.key)?.measures)
  }
  return async (measure: MeasureRef): Promise<number> => {
    const names = measure.names.filter(isMeasure)
    if (names.length < measure.names.length) {
      const figure = { measure: { ...measure, ...(unit === undefined ? {} : { unit }) } }
      return (await client.statistics.files({ figure, limit: 1 })).total
    }
    const measures = await measuresOf(measure)
    if (measures === undefined) return 0
    const channels = measure.channels ?? (['total'] as const)
    return names.reduce(
      (sum, name) => sum + channels.reduce((part, channel) => part + measures[name][channel], 0),
      0,
    )
  }
}

function figureOf({ value }: Cell): number[] {
  if (typeof value === 'number') return [value]
  return value !== null && typeof value === 'object' && value.denominator !== 0
    ? [value.numerator / value.denominator]
    : []
}

/** The rows of a document whose figures do not stand, in their order, in the rows of its workbook. */
export function rowsMissing(document: ReportDocument, sheets: readonly PlainSheet[]): readonly string[] {
  const missing: string[] = []
  document.sheets.forEach((sheet, at) => {
    const rows = (sheets[at]?.rows ?? []).map(row => row.filter(value => typeof value === 'number'))
    let from = 0
    for (const block of sheet.blocks) {
      if (block.kind !== 'table') continue
      block.rows.forEach((row, number) => {
        const figures = row.cells.flatMap(figureOf)
        if (figures.length === 0) return
        const found = rows.findIndex((cells, line) => line >= from && cells.join() === figures.join())
        if (found === -1) missing.push(`${sheet.name}, ${block.id}, ${number}: ${figures.join(' ')}`)
        else from = found + 1
      })
    }
  })
  return missing
}

/** The workbook of a report, exported through the door. */
export async function exported(
  desk: { readonly jobs: { finished(id: string): Promise<void> } },
  client: Client<AppContract>,
  input: Parameters<Client<AppContract>['reports']['export']>[0],
): Promise<Uint8Array> {
  const { jobId } = await client.reports.export(input)
  await desk.jobs.finished(jobId)
  return (await client.jobs.file({ id: jobId })).bytes
}
