import { fold } from '../vietnamese.ts'
import type { ListRow, ListValues } from './list-row.ts'

/**
 * One application stands once in a list. Rows with the same code and the same data count once; rows which
 * contradict each other are all refused, for nobody can know which is right.
 */
export function markDuplicates(rows: readonly ListRow[]): ListRow[] {
  const byCode = new Map<string, ListRow[]>()
  for (const row of rows) {
    const code = codeKey(row)
    if (code === null) continue
    const same = byCode.get(code)
    if (same === undefined) byCode.set(code, [row])
    else same.push(row)
  }
  return rows.map(row => {
    const code = codeKey(row)
    const group = code === null ? undefined : byCode.get(code)
    const first = group?.[0]
    if (group === undefined || first === undefined || group.length === 1) return row
    const print = fingerprint(first.values)
    if (group.some(one => fingerprint(one.values) !== print)) return contradicted(row, group)
    return row === first ? row : repeated(row, first.row)
  })
}

const codeKey = (row: ListRow): string | null =>
  row.values.dossierCode === undefined ? null : fold(row.values.dossierCode).replaceAll(' ', '')

const fingerprint = (values: ListValues): string =>
  JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)))

function contradicted(row: ListRow, group: readonly ListRow[]): ListRow {
  const others = group.filter(one => one !== row).map(one => one.row)
  const where = others.slice(0, 5).join(', ') + (others.length > 5 ? '…' : '')
  const message = `Mã hồ sơ này còn ở dòng ${where} với nội dung khác. Giữ lại dòng đúng, xóa dòng sai rồi nhập lại.`
  return {
    ...row,
    problems: [...row.problems, { field: 'dossierCode', code: 'code-twice', level: 'error', message }],
  }
}

function repeated(row: ListRow, first: number): ListRow {
  const message = `Dòng này giống hệt dòng ${first} nên chỉ tính một lần.`
  const problem = { field: 'dossierCode', code: 'row-twice', level: 'warning', message } as const
  return { ...row, problems: [...row.problems, problem], sameAs: first }
}
