import { AppError } from '../errors.ts'
import { assertUnicode } from '../excel/legacy-text.ts'
import type { Merge, Row, Sheet } from '../excel/sheet.ts'
import { tidy } from '../vietnamese.ts'
import { rowJudge } from './data-rows.ts'
import { headingsOf, mapColumns } from './headings.ts'
import { isListField, type ListField, listFieldLabels } from './list-fields.ts'
import type { Table } from './table.ts'

export type TableChoice = {
  readonly sheet?: string | undefined
  /** Column index → field, or null for a column that is not taken; columns left out are found by heading. */
  readonly mapping?: ReadonlyMap<number, string | null> | undefined
}

/** A heading stands within the first rows of a sheet. */
const looksAtRows = 60
const tallestHeading = 3
/** So many columns must be known before a row counts as a heading. */
const fewestColumns = 3
const samplesShown = 3

type Found = {
  readonly sheet: Sheet
  readonly top: number
  readonly height: number
  readonly score: number
}

/** Finds the list in a file: its sheet, its heading and what each column means. */
export function findTable(sheets: readonly Sheet[], choice: TableChoice = {}): Table {
  const candidates = choose(sheets, choice.sheet)
  let best: Found | null = null
  for (const sheet of candidates) {
    const found = findHeading(sheet)
    if (found !== null && (best === null || found.score > best.score)) best = found
  }
  if (best === null) {
    // letters of an old encoding hide every heading: say that rather than that headings are missing
    for (const sheet of candidates) assertUnicode(sheet)
    throw nothingFound()
  }
  assertUnicode(best.sheet)
  return tableOf(best, choice.mapping ?? new Map())
}

function choose(sheets: readonly Sheet[], wanted: string | undefined): readonly Sheet[] {
  const filled = sheets.filter(sheet => sheet.rows.length > 0)
  if (wanted !== undefined) {
    const named = sheets.filter(sheet => sheet.name !== null && tidy(sheet.name) === tidy(wanted))
    if (named.length === 0)
      throw new AppError('invalid', 'Tệp không có trang tính mang tên đã chọn. Chọn lại trang tính.')
    return named
  }
  const visible = filled.filter(sheet => !sheet.hidden)
  if (visible.length === 0)
    throw new AppError('invalid', 'Tệp không có trang tính nào có dữ liệu. Chọn tệp danh sách khác.')
  return visible
}

function findHeading(whole: Sheet): Found | null {
  let best: Found | null = null
  const sheet = headOf(whole)
  for (const row of sheet.rows) {
    for (let height = 1; height <= tallestHeading; height++) {
      const score = mapColumns(headingsOf(sheet, row.number, height)).size
      // of equal answers the smaller heading is right: titles above it add nothing
      const better = best === null || score > best.score || (score === best.score && height < best.height)
      if (score >= fewestColumns && better) best = { sheet: whole, top: row.number, height, score }
    }
  }
  return best === null ? null : { ...best, ...wholeMerges(best, sheet.merges) }
}

/** The part of a sheet in which a heading can stand, so that a long list costs no more than a short one. */
function headOf(sheet: Sheet): Sheet {
  const rows = sheet.rows.slice(0, looksAtRows)
  const last = rows.at(-1)?.number ?? 0
  return { ...sheet, rows, merges: sheet.merges.filter(merge => merge.top <= last) }
}

/** Cells merged downwards into or out of the found rows belong to the heading whole. */
function wholeMerges(found: Found, merges: readonly Merge[]): { top: number; height: number } {
  const bottom = found.top + found.height - 1
  const touching = merges.filter(
    merge =>
      merge.bottom > merge.top &&
      merge.top <= bottom &&
      merge.bottom >= found.top &&
      merge.bottom - merge.top < tallestHeading,
  )
  const top = Math.min(found.top, ...touching.map(merge => merge.top))
  return { top, height: Math.max(bottom, ...touching.map(merge => merge.bottom)) - top + 1 }
}

function tableOf(found: Found, mapping: ReadonlyMap<number, string | null>): Table {
  const { sheet, top, height } = found
  const headings = headingsOf(headOf(sheet), top, height)
  const mapped = override(mapColumns(headings), mapping)
  const named = headings.map(({ index, shown }) => ({
    index,
    heading: shown,
    field: mapped.get(index) ?? null,
    samples: [],
  }))
  const isData = rowJudge(named)
  const below = sheet.rows.filter(row => row.number >= top + height)
  const first = below.findIndex(isData)
  const data = first < 0 ? [] : below.slice(first, first + 200).filter(isData)
  return {
    sheet,
    headerRows: Array.from({ length: height }, (_, i) => top + i),
    columns: named.map(column => ({ ...column, samples: samplesOf(data, column.index) })),
    firstDataRow: data[0]?.number ?? top + height,
  }
}

/** What the user chose wins; a field taken that way leaves the column that was found for it. */
function override(
  found: ReadonlyMap<number, ListField>,
  mapping: ReadonlyMap<number, string | null>,
): ReadonlyMap<number, ListField> {
  const result = new Map(found)
  const taken = new Set<ListField>()
  for (const [index, name] of mapping) {
    result.delete(index)
    if (name === null) continue
    if (!isListField(name))
      throw new AppError('invalid', 'Có cột được ghép với trường không có trong ứng dụng. Ghép lại các cột.')
    if (taken.has(name))
      throw new AppError(
        'invalid',
        `Trường “${listFieldLabels[name]}” được ghép với hai cột. Chỉ chọn một cột.`,
      )
    taken.add(name)
    for (const [other, field] of result) if (field === name && !mapping.has(other)) result.delete(other)
    result.set(index, name)
  }
  return result
}

function samplesOf(rows: readonly Row[], index: number): string[] {
  const samples: string[] = []
  for (const row of rows) {
    const shown = tidy(row.cells[index]?.shown.slice(0, 80) ?? '')
    if (shown === '' || samples.includes(shown)) continue
    samples.push(shown)
    if (samples.length === samplesShown) break
  }
  return samples
}

function nothingFound(): AppError {
  const wanted = (['dossierCode', 'fullName', 'nationalId', 'receivedAt', 'dueDay', 'status'] as const)
    .map(field => `“${listFieldLabels[field]}”`)
    .join(', ')
  return new AppError(
    'invalid',
    `Không tìm thấy dòng tiêu đề của danh sách. Ứng dụng tìm các cột như ${wanted}. Kiểm tra dòng tiêu đề trong tệp, hoặc chọn trang tính khác.`,
  )
}
