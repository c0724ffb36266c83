import type { JobContext, QueryContext } from '../context.ts'
import { compareWithSeal } from '../excel/compare-seal.ts'
import { openReport } from '../excel/open-report.ts'
import { readSeal, type Seal } from '../excel/read-seal.ts'
import type { FileContent } from '../operation.ts'
import { periodTitle } from '../periods/period.ts'
import { settingInForce } from '../settings/store.ts'
import type { FileCheck } from './contract.ts'
import { reports } from './kinds.ts'

/** Under this name every export of a report leaves the hash of its content in the audit trail. */
export const contentHashField = 'Mã nội dung'

/** As many as a person reads; the count says how many there are. */
const mostDifferences = 2000

const nothingKnown = {
  report: null,
  period: null,
  office: null,
  exportedAt: null,
  exportedBy: null,
  differences: [],
  count: 0,
} as const

/**
 * Is this workbook a report of ours, and do its cells still say what was exported? The workbook is compared with the
 * seal it carries, and the seal with the audit trail of this office.
 */
export function checkFile(job: JobContext, file: FileContent): FileCheck {
  job.progress(0, 2, 'Đang đọc tệp')
  const opened = openReport(file.bytes)
  if ('unreadable' in opened) return { verdict: 'damaged', said: opened.unreadable, ...nothingKnown }
  if ('foreign' in opened) return { verdict: 'foreign', said: opened.foreign, ...nothingKnown }
  const seal = readSeal(opened.sheets)
  if (seal === 'none') return { verdict: 'foreign', said: notOurs, ...nothingKnown }
  if (seal === 'newer') return { verdict: 'damaged', said: tooNew, ...nothingKnown }
  if (seal === 'broken') return { verdict: 'forged', said: sealBroken, ...nothingKnown }
  job.checkCancelled()
  job.progress(1, 2, 'Đang đối chiếu')
  const differences = compareWithSeal(seal, opened.sheets)
  const checked = job.read(context => judged(context, seal, differences.length))
  job.progress(2, 2, 'Đã kiểm tra')
  return { ...checked, differences: differences.slice(0, mostDifferences), count: differences.length }
}

const notOurs =
  'Tệp này không phải báo cáo do ứng dụng xuất, hoặc phần đối chiếu kèm trong tệp đã bị xóa. Lấy lại tệp gốc rồi kiểm tra.'
const tooNew = 'Tệp do phiên bản mới hơn của ứng dụng xuất. Cập nhật ứng dụng rồi kiểm tra lại.'
const sealBroken =
  'Phần đối chiếu kèm trong tệp đã bị sửa nên không thể tin số liệu trong tệp. Xuất lại báo cáo từ ứng dụng.'

type Judged = Omit<FileCheck, 'differences' | 'count'>

function judged({ db, today }: QueryContext, seal: Seal, differences: number): Judged {
  const exported = db.row<{ at: string; by: string }>(
    `SELECT at, actor_name AS by FROM audit
     WHERE subject IN ('report', 'filing') AND json_extract(changes, :field) = :hash ORDER BY id LIMIT 1`,
    { field: `$."${contentHashField}"[1]`, hash: seal.hash },
  )
  const { report, period, basis } = seal.facts
  const known = {
    report: reports.find(({ name }) => name === report)?.title ?? report,
    period: periodTitle(period),
    office: basis?.office ?? null,
    exportedAt: exported?.at ?? null,
    exportedBy: exported?.by ?? null,
  }
  const here = basis?.office === settingInForce(db, 'department', today).name
  if (exported === undefined && here) {
    const said =
      'Tệp ghi là báo cáo của cơ quan nhưng nội dung không có trong nhật ký xuất báo cáo. Đối chiếu với báo cáo xuất lại từ ứng dụng.'
    return { verdict: 'forged', said, ...known }
  }
  const origin =
    exported === undefined ? ' Tệp do cơ quan khác xuất nên chỉ đối chiếu được với phần kèm trong tệp.' : ''
  if (differences === 0)
    return { verdict: 'match', said: `Khớp: mọi ô đúng như khi xuất.${origin}`, ...known }
  const said = `Tệp đã bị sửa: ${differences} chỗ khác với khi xuất.${origin}`
  return { verdict: 'changed', said, ...known }
}
