import { readCellFormats } from './cell-formats.ts'
import { damaged, noSheets } from './limits.ts'
import { readSharedStrings } from './shared-strings.ts'
import type { Sheet } from './sheet.ts'
import { readWorksheet } from './worksheet.ts'
import { readXml } from './xml.ts'
import { openZip, type Zip } from './zip.ts'

type SheetEntry = { readonly name: string; readonly hidden: boolean; readonly relation: string }
type Relation = { readonly type: string; readonly target: string }

/** Reads a workbook. Parts are found through their relations, as Excel finds them, not by usual names. */
export function readXlsx(bytes: Uint8Array): Sheet[] {
  const zip = openZip(bytes)
  const workbook = findWorkbook(zip)
  const { sheets, date1904 } = readWorkbook(zip, workbook)
  const relations = readRelations(zip, workbook)
  const part = (type: string): string | undefined =>
    [...relations.values()].find(one => one.type === type)?.target
  const strings = part('sharedStrings')
  const styles = part('styles')
  const facts = {
    strings: strings === undefined || !zip.has(strings) ? [] : readSharedStrings(zip, strings),
    formats: styles === undefined || !zip.has(styles) ? [] : readCellFormats(zip, styles),
    date1904,
  }
  let rowsBefore = 0
  const read: Sheet[] = []
  for (const sheet of sheets) {
    const relation = relations.get(sheet.relation)
    // chart sheets and old macro sheets hold no list
    if (relation?.type !== 'worksheet') continue
    const content = readWorksheet(zip, relation.target, facts, rowsBefore)
    rowsBefore += content.rows.length
    read.push({ name: sheet.name, hidden: sheet.hidden, date1904, ...content })
  }
  if (read.length === 0) throw noSheets()
  return read
}

export type WorkbookParts = {
  readonly workbook: string
  readonly styles: string | undefined
  /** The worksheets in order, each with the part that holds its cells and those of its tables. */
  readonly sheets: readonly {
    readonly name: string
    readonly part: string
    readonly tables: readonly string[]
    readonly pivots: readonly string[]
  }[]
}

/** Which parts of the file hold what, found as Excel finds them. */
export function workbookParts(zip: Zip): WorkbookParts {
  const workbook = findWorkbook(zip)
  const relations = readRelations(zip, workbook)
  return {
    workbook,
    styles: [...relations.values()].find(({ type }) => type === 'styles')?.target,
    sheets: readWorkbook(zip, workbook).sheets.flatMap(({ name, relation }) => {
      const found = relations.get(relation)
      if (found?.type !== 'worksheet') return []
      const own = partsOf(zip, found.target)
      return [{ name, part: found.target, tables: own('table'), pivots: own('pivotTable') }]
    }),
  }
}

/** The parts of one kind that a sheet refers to; a sheet that refers to none has no list of them. */
function partsOf(zip: Zip, part: string): (kind: string) => readonly string[] {
  const relations = zip.has(relationsName(part)) ? [...readRelations(zip, part).values()] : []
  return kind => relations.flatMap(({ type, target }) => (type === kind && zip.has(target) ? [target] : []))
}

function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

function findWorkbook(zip: Zip): string {
  const root = zip.has('_rels/.rels') ? [...readRelations(zip, '').values()] : []
  const name = root.find(relation => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml'
  if (!zip.has(name)) throw damaged()
  return name
}

function readWorkbook(zip: Zip, name: string): { sheets: SheetEntry[]; date1904: boolean } {
  const sheets: SheetEntry[] = []
  let date1904 = false
  readXml(zip, name, {
    open(tag, attributes) {
      if (tag === 'workbookPr') date1904 = attributes.date1904 === '1' || attributes.date1904 === 'true'
      if (tag !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => /(^|:)id$/.test(key))?.[1] ?? ''
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
      sheets.push({ name: attributes.name ?? '', hidden, relation })
    },
  })
  return { sheets, date1904 }
}

function readRelations(zip: Zip, part: string): Map<string, Relation> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = relationsName(part)
  const relations = new Map<string, Relation>()
  if (!zip.has(name)) throw damaged()
  readXml(zip, name, {
    open(tag, attributes) {
      if (tag !== 'Relationship') return
      const type = attributes.Type ?? ''
      const target = resolve(folder, attributes.Target ?? '')
      relations.set(attributes.Id ?? '', { type: type.slice(type.lastIndexOf('/') + 1), target })
    },
  })
  return relations
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts: string[] = []
  for (const part of (folder + target).split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
