import { limits, tooManyColumns, tooManyRows } from './limits.ts'
import { type NumberFormat, showGeneral } from './number-format.ts'
import { momentIso, serialMoment } from './serial.ts'
import { type Cell, type Merge, type Row, textCell } from './sheet.ts'
import { type Attributes, readXml, unescapeText } from './xml.ts'
import type { Zip } from './zip.ts'

export type WorkbookFacts = {
  readonly strings: readonly Cell[]
  readonly formats: readonly NumberFormat[]
  readonly date1904: boolean
}

export type SheetContent = {
  readonly rows: Row[]
  readonly merges: Merge[]
  readonly hiddenColumns: ReadonlySet<number>
}

/** Reads one sheet; blank cells and rows, formatted or not, leave nothing behind. */
export function readWorksheet(
  zip: Zip,
  name: string,
  facts: WorkbookFacts,
  rowsBefore: number,
): SheetContent {
  const sheet = new SheetReader(facts, rowsBefore)
  readXml(zip, name, sheet)
  return { rows: sheet.rows, merges: sheet.merges, hiddenColumns: sheet.hiddenColumns }
}

class SheetReader {
  readonly rows: Row[] = []
  readonly merges: Merge[] = []
  readonly hiddenColumns = new Set<number>()
  readonly #facts: WorkbookFacts
  readonly #rowsBefore: number
  #row = 0
  #hidden = false
  #cells: (Cell | undefined)[] = []
  #column = -1
  #type = ''
  #style = 0
  #value = ''
  #hasValue = false
  #formula = false
  #collecting = false
  #phonetic = 0

  constructor(facts: WorkbookFacts, rowsBefore: number) {
    this.#facts = facts
    this.#rowsBefore = rowsBefore
  }

  open(tag: string, attributes: Attributes): void {
    if (tag === 'c') this.#openCell(attributes)
    else if (tag === 'v' || tag === 't') {
      this.#collecting = this.#phonetic === 0
      this.#hasValue ||= this.#collecting
    } else if (tag === 'row') {
      // a row without a number follows the one before
      this.#row = attributes.r === undefined ? this.#row + 1 : Number(attributes.r)
      this.#hidden = isTrue(attributes.hidden)
      this.#column = -1
    } else if (tag === 'f') this.#formula = true
    else if (tag === 'rPh') this.#phonetic++
    else if (tag === 'mergeCell') this.#merge(attributes.ref ?? '')
    else if (tag === 'col' && isTrue(attributes.hidden)) this.#hideColumns(attributes)
  }

  text(piece: string): void {
    if (this.#collecting) this.#value += piece
  }

  close(tag: string): void {
    if (tag === 'c') this.#closeCell()
    else if (tag === 'v' || tag === 't') this.#collecting = false
    else if (tag === 'row') this.#closeRow()
    else if (tag === 'rPh') this.#phonetic--
  }

  #openCell(attributes: Attributes): void {
    const reference = attributes.r
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference)
    this.#type = attributes.t ?? 'n'
    this.#style = Number(attributes.s ?? 0)
    this.#value = ''
    this.#hasValue = false
    this.#formula = false
  }

  #closeCell(): void {
    if (!this.#hasValue && !this.#formula) return
    const cell = this.#cell()
    if (cell === undefined) return
    if (this.#column >= limits.columns) throw tooManyColumns()
    while (this.#cells.length < this.#column) this.#cells.push(undefined)
    this.#cells[this.#column] = this.#formula ? { ...cell, formula: true } : cell
  }

  #cell(): Cell | undefined {
    const value = this.#value
    if (this.#type === 's') return this.#facts.strings[Number(value)]
    if (this.#type === 'inlineStr') return value === '' ? undefined : textCell(unescapeText(value))
    if (this.#type === 'e') return { kind: 'error', raw: value, shown: value }
    // a formula whose result was not kept in the file
    if (value === '') return this.#formula ? { kind: 'empty', raw: null, shown: '' } : undefined
    if (this.#type === 'str') return textCell(unescapeText(value))
    if (this.#type === 'b') {
      const yes = value.trim() === '1' || value.trim() === 'true'
      return { kind: 'boolean', raw: yes, shown: yes ? 'TRUE' : 'FALSE' }
    }
    if (this.#type === 'd') return { kind: 'date', raw: value, shown: value, iso: value.slice(0, 19) }
    return this.#number(value)
  }

  #number(text: string): Cell {
    const value = Number(text)
    if (!Number.isFinite(value)) return textCell(text)
    const format = this.#facts.formats[this.#style]
    if (format?.kind !== 'date')
      return {
        kind: 'number',
        raw: value,
        shown: format === undefined ? showGeneral(value) : format.show(value),
      }
    const moment = serialMoment(value, this.#facts.date1904)
    // a time alone, or a number no day belongs to
    if (moment === null) return { kind: 'number', raw: value, shown: showGeneral(value) }
    return { kind: 'date', raw: value, shown: format.show(moment), iso: momentIso(moment) }
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return
    const cells = this.#cells
    this.#cells = []
    this.rows.push(this.#hidden ? { number: this.#row, hidden: true, cells } : { number: this.#row, cells })
    if (this.rows.length + this.#rowsBefore > limits.rows + limits.rowsAround) throw tooManyRows()
  }

  #merge(reference: string): void {
    const [from = '', to = from] = reference.split(':')
    this.merges.push({ top: rowOf(from), bottom: rowOf(to), left: columnOf(from), right: columnOf(to) })
  }

  #hideColumns(attributes: Attributes): void {
    const last = Math.min(Number(attributes.max ?? 0), limits.columns)
    for (let column = Number(attributes.min ?? 0); column <= last; column++)
      this.hiddenColumns.add(column - 1)
  }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i) & ~32
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

const rowOf = (reference: string): number => Number(reference.replace(/^[A-Za-z]+/, ''))
