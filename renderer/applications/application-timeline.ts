import type { HistoryEntry } from '../../electron/core/applications/contract.ts'
import type { FieldName } from '../../electron/core/applications/model.ts'
import { fields } from '../../electron/core/applications/model.ts'
import type { FileChange } from '../../electron/core/audit/contract.ts'
import { dayOf } from '../../electron/core/calendar/day.ts'
import { type CheckResult, checkLabels, checkResultLabels } from '../../electron/core/checks/contract.ts'
import type { Json } from '../../electron/core/errors.ts'
import { type Slip, slipNames } from '../../electron/core/slips/contract.ts'
import { changeWords } from './application-conflict.ts'
import { type HistoryLine, historyLines, showMoment } from './history-lines.ts'

export type TimelineKind = 'step' | 'change' | 'slip' | 'file'
export const timelineKinds: readonly { readonly kind: TimelineKind; readonly label: string }[] = [
  { kind: 'step', label: 'Bước' },
  { kind: 'change', label: 'Sửa' },
  { kind: 'slip', label: 'Phiếu' },
  { kind: 'file', label: 'Tệp' },
]

type Common = { readonly key: string; readonly kind: TimelineKind; readonly day: string; readonly at: string }
export type TimelineItem = Common &
  (
    | { readonly line: HistoryLine }
    | {
        readonly line: null
        readonly title: string
        readonly details: readonly string[]
        readonly source: string
        readonly slipId: number | null
      }
  )

export type TimelineSources = {
  readonly history: readonly HistoryEntry[]
  readonly slips: readonly Slip[]
  /** What was written of the file and of its attachments. */
  readonly changes: readonly FileChange[]
}

/** A field's value in words; codes are named by the catalogues that the screen holds. */
type Words = (name: FieldName, value: unknown) => string

/** Everything that happened to a file, newest first: by the day it happened, and on one day by when it was written. */
export function timeline(sources: TimelineSources, words: Words): readonly TimelineItem[] {
  const items: TimelineItem[] = [
    ...historyLines(sources.history).map(
      (line): TimelineItem => ({
        key: `step-${line.entry.id}`,
        kind: line.kind === 'step' ? 'step' : 'change',
        day: line.entry.day,
        at: line.entry.at,
        line,
      }),
    ),
    ...sources.slips.map(slipItem),
    ...sources.changes.flatMap(row =>
      row.subject === 'attachment' ? fileItem(row) : changeItem(row, words),
    ),
  ]
  return items.sort((a, b) => (a.day === b.day ? compare(b.at, a.at) : compare(b.day, a.day)))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function slipItem({ id, kind, number, year, reprint, reason, at, by }: Slip): TimelineItem {
  const again = reprint === 0 ? '' : ` (in lại lần ${reprint})`
  return {
    ...{ key: `slip-${id}`, kind: 'slip', day: dayOf(at), at, line: null, slipId: id },
    title: `${slipNames[kind]} số ${number}/${year}${again}`,
    details: reason === null ? [] : [`Lý do in lại: ${reason}`],
    source: `${by ?? 'Hệ thống'} in lúc ${showMoment(at)}`,
  }
}

/** A scan attached or taken off; the scan itself may be gone from the file since. */
function fileItem({ id, at, actorName, operation, changes }: FileChange): TimelineItem[] {
  const [before, after] = pairOf(changes['Tệp đính kèm'])
  const [, reason] = pairOf(changes['Lý do'])
  const removed = operation === 'attachments.remove'
  return [
    {
      ...{ key: `file-${id}`, kind: 'file', day: dayOf(at), at, line: null, slipId: null },
      title: `${removed ? 'Bỏ' : 'Đính kèm'} tệp ${removed ? before : after}`,
      details: typeof reason === 'string' ? [`Lý do: ${reason}`] : [],
      source: `${actorName} ${removed ? 'bỏ' : 'đính kèm'} lúc ${showMoment(at)}`,
    },
  ]
}

const pairOf = (change: Json | undefined): readonly Json[] => (Array.isArray(change) ? change : [null, null])

const titles: Readonly<Record<string, string>> = {
  'applications.edit': 'Sửa thông tin',
  'checks.set': 'Kiểm tra hồ sơ',
  'checks.notTwin': 'Là hồ sơ khác',
  'batches.run': 'Sửa hàng loạt',
  'batches.undo': 'Rút lại việc hàng loạt',
  'imports.apply': 'Cập nhật từ danh sách',
}
const byLabel = new Map((Object.keys(fields) as FieldName[]).map(name => [fields[name].label, name]))
const checkNames: ReadonlySet<string> = new Set(Object.values(checkLabels))

/** Told besides the facts: it is no step, and so stands nowhere else. */
const posted: ReadonlySet<string> = new Set(['Ngày giao bưu chính', 'Nơi nhận bàn giao'])

/** Steps stand in the history already; of the rest, what was changed in the facts, looked at and handed to the post. */
function changeItem({ id, at, actorName, operation, changes }: FileChange, words: Words): TimelineItem[] {
  const title = titles[operation]
  if (title === undefined || isFirst(changes[fields.dossierCode.label])) return []
  const ofFacts = operation === 'applications.edit' || operation.startsWith('checks.')
  const details = Object.entries(changes).flatMap(([label, change]) => {
    const field = byLabel.get(label)
    if (!Array.isArray(change) || (!ofFacts && field === undefined && !posted.has(label))) return []
    const said = (value: unknown) => {
      if (field !== undefined) return words(field, value)
      return checkNames.has(label) && isResult(value) ? checkResultLabels[value] : changeWords('', value)
    }
    const [from, to] = change
    return [from === null ? `${label}: ${said(to)}` : `${label}: ${said(from)} → ${said(to)}`]
  })
  if (details.length === 0) return []
  const source = `${actorName} ghi lúc ${showMoment(at)}`
  return [
    {
      ...{ key: `change-${id}`, kind: 'change', day: dayOf(at), at, line: null, slipId: null },
      ...{ title, details, source },
    },
  ]
}

/** The list that brought the file in: the history begins with that itself. */
const isFirst = (code: unknown) => Array.isArray(code) && code[0] === null

const isResult = (value: unknown): value is CheckResult =>
  typeof value === 'string' && value in checkResultLabels
