import { readFileSync } from 'node:fs'
import { AppError } from '../../electron/core/errors.ts'
import type { ListCatalogue } from '../../electron/core/imports/row-values.ts'
import type { FileContent } from '../../electron/core/operation.ts'

/** One of the sample lists in tests/samples. */
export function sample(name: string): FileContent {
  return { name, bytes: new Uint8Array(readFileSync(new URL(`../samples/${name}`, import.meta.url))) }
}

type ExpectedFile = {
  readonly name: string
  readonly sheet: string | null
  readonly headerRows: readonly number[]
  readonly firstDataRow: number
  readonly lastDataRow: number
  readonly encoding: string | null
  readonly counts: { readonly rows: number; readonly rejected: number | readonly [number, number] }
  readonly rejectRows: readonly number[]
  readonly rejectAtLeastOneOf: readonly (readonly number[])[]
  readonly warnAtMostRows: readonly number[]
  readonly cleanRows: readonly number[]
  readonly eitherRows: readonly number[]
}

export function expectedFile(name: string): ExpectedFile {
  const text = readFileSync(new URL('../samples/expected-five.json', import.meta.url), 'utf8')
  const { files } = JSON.parse(text) as { files: ExpectedFile[] } // the sample's own format, read whole by the tests
  const file = files.find(one => one.name === name)
  if (file === undefined) throw new Error(`${name} is not in expected-five.json`)
  return file
}

const catalogueRows = (name: string): string[] =>
  readFileSync(new URL(`../../resources/catalogue/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)

/** The catalogues of the product, straight from their files. */
export function listCatalogue(): ListCatalogue {
  const classes = { '2008': new Map<string, number>(), '2024': new Map<string, number>() }
  for (const line of catalogueRows('licence-classes.csv')) {
    const [, regime = '', name = '', age = ''] =
      /^([^,]*),([^,]+),(?:"[^"]*"|[^,]*),(?:"[^"]*"|[^,]*),(\d+)/.exec(line) ?? []
    classes[regime.includes('2008') ? '2008' : '2024'].set(name, Number(age))
  }
  const provinceCodes = new Set(catalogueRows('provinces-2023.csv').map(line => line.split(',')[4] ?? ''))
  return { provinceCodes, classes }
}

/** The refusal a reading must end in. */
export function refusal(work: () => unknown): AppError {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('nothing was refused')
}
