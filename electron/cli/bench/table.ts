import type { Fill } from './fill.ts'
import { allowedOnHost, type Slowest, tooSlow } from './host-thread.ts'
import type { Measured } from './timing.ts'

export type Outcome = {
  readonly fill: Fill
  readonly applications: number
  readonly measured: readonly Measured[]
  readonly importedPerSecond: number
  /** Every query of the contract, the slowest first. */
  readonly queries: readonly Slowest[]
}

/** Through the door at most this many times the floor. */
const goal = 3

/** The figures as a table for a person at a terminal. */
export function asText({ fill, applications, measured, importedPerSecond, queries }: Outcome): string {
  const made =
    fill.seconds === null
      ? `${whole(applications)} hồ sơ mẫu đã có trong thư mục.`
      : `Tạo ${whole(applications)} hồ sơ mẫu: ${one(fill.seconds)} s (${whole(applications / fill.seconds)}/s).`
  const reasons = measured
    .filter(above)
    .flatMap(({ what, why }) => (why === undefined ? [] : [`  ${what}: ${why}.`]))
  const slow = queries.filter(tooSlow)
  return [
    made,
    ...columns([
      ['', 'trung vị (ms)', 'p95 (ms)', 'mức sàn (ms)', 'tỷ lệ', 'mức sàn là'],
      ...measured.map(each => [
        each.what,
        ...[each.p50, each.p95, each.rawP50].map(two),
        `${two(each.ratio)}${above(each) ? (each.why === undefined ? ' !' : ' *') : ''}`,
        each.raw,
      ]),
    ]),
    `Tốc độ nhập: ${whole(importedPerSecond)} dòng/s.`,
    ...(reasons.length === 0 ? [] : [`* Trên ${goal} lần mức sàn, vì:`, ...reasons]),
    '',
    `Câu hỏi chậm nhất của mỗi truy vấn (${whole(queries.reduce((sum, { asked }) => sum + asked, 0))} câu hỏi, ${queries.length} truy vấn):`,
    ...columns([
      ['', 'ms', 'trả lời', 'câu hỏi'],
      ...queries
        .slice(0, 12)
        .map(({ query, ms, aside, input }) => [
          query,
          two(ms),
          aside ? 'luồng riêng' : 'luồng chính',
          JSON.stringify(input),
        ]),
    ]),
    slow.length === 0
      ? `Không truy vấn nào giữ luồng chính quá ${allowedOnHost} ms.`
      : `Giữ luồng chính quá ${allowedOnHost} ms: ${slow.map(({ query }) => query).join(', ')}.`,
  ].join('\n')
}

const above = ({ ratio }: Measured) => ratio > goal
const whole = (n: number) => Math.round(n).toLocaleString('vi-VN')
const one = (n: number) => n.toLocaleString('vi-VN', { maximumFractionDigits: 1 })
const two = (n: number) => n.toLocaleString('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map(row => (row[at] ?? '').length)))
  return rows.map(row =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}
