import { AppError } from '../errors.ts'
import { readCellFormats } from './cell-formats.ts'
import { withoutResults } from './forget-results.ts'
import { assertFormKind, readingForm } from './form-refusals.ts'
import { assertUnguarded } from './guarded-ranges.ts'
import { assertFileSize, damaged } from './limits.ts'
import { type NumberFormat, showGeneral } from './number-format.ts'
import { type CellPatch, patchSheet } from './patch-sheet.ts'
import { assertUnlocked, openFormats } from './protection.ts'
import { rezip } from './rezip.ts'
import { assertPlain, attribute, readSheetSource } from './sheet-source.ts'
import { sniff } from './sniff.ts'
import { type WorkbookParts, workbookParts } from './xlsx.ts'
import { openZip, type Zip } from './zip.ts'

export type SheetPatch = CellPatch & { readonly sheet: string }

/** A workbook somebody else has designed, opened to be filled. */
export type Form = {
  readonly sheets: readonly string[]
  /** Whether a number in this cell is shown as a percentage: 0.07 as "7 %". */
  isPercent(sheet: string, cell: string): boolean
  /** A number as this cell will show it. */
  show(sheet: string, cell: string, value: number): string
  /**
   * The workbook with these values. Only the cells named change, and what makes every program compute the formulas
   * again; all the rest comes out byte for byte. Throws `invalid` for a cell that cannot be filled.
   */
  fill(patches: readonly SheetPatch[]): Uint8Array
}

/** Opens a form, or says in an `invalid` error why it cannot be filled without damage. */
export const openForm = (bytes: Uint8Array): Form => readingForm(() => opened(bytes))

function opened(bytes: Uint8Array): Form {
  assertFileSize(bytes.length)
  assertFormKind(sniff(bytes))
  const zip = openZip(bytes)
  if (zip.names.some(name => name.startsWith('_xmlsignatures/')))
    throw refused(
      'Biểu mẫu có chữ ký số: điền vào sẽ làm mất hiệu lực chữ ký. Xin bản chưa ký rồi đưa lên lại.',
    )
  assertWorkbook(zip)
  if (zip.names.some(name => name.endsWith('vbaProject.bin')))
    throw refused('Biểu mẫu có macro nên không nhận. Mở bằng Excel, lưu lại dạng .xlsx (không macro).')
  const parts = workbookParts(zip)
  const texts = new Map(parts.sheets.map(({ name, part }) => [name, readText(zip, part)]))
  for (const text of texts.values()) readSheetSource(text)
  const workbook = recomputing(readText(zip, parts.workbook))
  const open = openFormats(zip, parts.styles)
  return {
    sheets: [...texts.keys()],
    ...cellFormats(zip, parts, texts),
    fill: patches => {
      const replaced = new Map([[parts.workbook, encoded(workbook)]])
      const unknown = patches.find(({ sheet }) => !texts.has(sheet))
      if (unknown !== undefined)
        throw refused(
          `Biểu mẫu không có trang tính “${unknown.sheet}”. Chọn lại ô trên trang tính có trong tệp.`,
        )
      for (const sheet of parts.sheets) {
        const { name, part } = sheet
        const text = texts.get(name) ?? ''
        const own = patches.filter(patch => patch.sheet === name)
        assertUnguarded(
          zip,
          sheet,
          own.map(({ cell }) => cell),
        )
        const made = withoutResults(own.length === 0 ? text : filled(text, own, open))
        if (made !== text) replaced.set(part, encoded(made))
      }
      return rezip(bytes, replaced)
    },
  }
}

function filled(text: string, patches: readonly SheetPatch[], open: ReadonlySet<number>): string {
  const patched = patchSheet(text, patches)
  assertUnlocked(
    text,
    patches.map(({ cell }) => cell),
    open,
  )
  return patched
}

const refused = (message: string) => new AppError('invalid', message, { fields: { file: message } })
/** Excel opens a workbook with macros or a template under the name .xlsx not at all, whatever it holds. */
function assertWorkbook(zip: Zip): void {
  if (!zip.has('[Content_Types].xml')) throw damaged()
  if (
    /ms-excel\.(?:sheet|template|addin)\.macroEnabled|spreadsheetml\.template\.main/.test(
      readText(zip, '[Content_Types].xml'),
    )
  )
    throw refused(
      'Biểu mẫu là sổ có macro (.xlsm) hoặc bản mẫu (.xltx) nên không nhận. Mở bằng Excel, lưu lại dạng .xlsx.',
    )
}

const encoded = (text: string) => new TextEncoder().encode(text)

function readText(zip: Zip, part: string): string {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let text = ''
  try {
    zip.read(part, piece => {
      text += decoder.decode(piece, { stream: true })
    })
    text += decoder.decode()
  } catch (error) {
    throw error instanceof AppError ? error : damaged()
  }
  if (text.includes('<!DOCTYPE')) throw damaged()
  return text
}

/** Marks the workbook so that Excel computes every formula when it opens the file. */
function recomputing(text: string): string {
  assertPlain(text, 'workbook')
  const standing = /<calcPr(\s[^>]*?)?(\/?)>/.exec(text)
  if (standing !== null) {
    const [whole, attributes = '', closed = ''] = standing
    if (attribute(attributes, 'fullCalcOnLoad') === '1') return text
    const others = attributes.replace(/\sfullCalcOnLoad\s*=\s*("[^"]*"|'[^']*')/, '')
    return text.replace(whole, () => `<calcPr${others} fullCalcOnLoad="1"${closed}>`)
  }
  // the schema's order: after the sheets, what they refer to, and the names
  for (const before of ['definedNames', 'externalReferences', 'functionGroups', 'sheets']) {
    const found = new RegExp(`</${before}>|<${before}\\s*/>`).exec(text)
    if (found === null) continue
    const end = found.index + found[0].length
    return `${text.slice(0, end)}<calcPr fullCalcOnLoad="1"/>${text.slice(end)}`
  }
  throw damaged()
}

function cellFormats(
  zip: Zip,
  { styles }: WorkbookParts,
  texts: ReadonlyMap<string, string>,
): Pick<Form, 'isPercent' | 'show'> {
  const formats: readonly NumberFormat[] =
    styles === undefined || !zip.has(styles) ? [] : readCellFormats(zip, styles)
  const show = (sheet: string, cell: string, value: number) => {
    const attributes = new RegExp(`<c(\\s[^>]*?\\br="${cell}"[^>]*?)/?>`).exec(texts.get(sheet) ?? '')?.[1]
    const format = formats[Number(attribute(attributes ?? '', 's') ?? 0)]
    return format?.kind === 'number' ? format.show(value) : showGeneral(value)
  }
  return { show, isPercent: (sheet, cell) => show(sheet, cell, 0.5).includes('%') }
}
