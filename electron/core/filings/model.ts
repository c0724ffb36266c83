import { leaders, processors, type Role, supervisors } from '../users/model.ts'

/**
 * The life of a filing: one report of one period on its way to the Ministry. Pure data: the buttons draw themselves
 * from this table and the rule enforces it.
 */
export const filingStates = ['draft', 'completed', 'submitted', 'approved', 'sent'] as const
export type FilingState = (typeof filingStates)[number]

export const filingStateNames: Readonly<Record<FilingState, string>> = {
  draft: 'Nháp',
  completed: 'Hoàn thành',
  submitted: 'Đang trình duyệt',
  approved: 'Đã duyệt',
  sent: 'Đã gửi',
}

/** Whether a report counts the days of the post: its approval freezes and locks them too. */
export const countsPost = ({ report }: { readonly report: string }): boolean => report === 'buu-chinh'

export const stepNames = ['complete', 'withdraw', 'submit', 'recall', 'approve', 'giveBack', 'send'] as const
export type StepName = (typeof stepNames)[number]

export type FilingStep = {
  readonly name: StepName
  /** The verb on the button. */
  readonly label: string
  /** What the history says was done. */
  readonly done: string
  readonly from: readonly FilingState[]
  readonly to: FilingState
  readonly roles: readonly Role[]
  readonly needsComment: boolean
}

export const filingSteps: readonly FilingStep[] = [
  {
    name: 'complete',
    label: 'Hoàn thành',
    done: 'Hoàn thành',
    needsComment: false,
    from: ['draft'],
    to: 'completed',
    roles: processors,
  },
  {
    name: 'withdraw',
    label: 'Đưa về nháp',
    done: 'Đưa về nháp',
    needsComment: false,
    from: ['completed'],
    to: 'draft',
    roles: processors,
  },
  {
    name: 'submit',
    label: 'Trình duyệt',
    done: 'Trình duyệt',
    needsComment: false,
    from: ['completed'],
    to: 'submitted',
    roles: supervisors,
  },
  {
    name: 'recall',
    label: 'Rút trình',
    done: 'Rút trình',
    needsComment: false,
    from: ['submitted'],
    to: 'draft',
    roles: supervisors,
  },
  {
    name: 'approve',
    label: 'Duyệt báo cáo',
    done: 'Duyệt, chốt số liệu',
    needsComment: false,
    from: ['submitted'],
    to: 'approved',
    roles: leaders,
  },
  // an approval may be taken back as long as nothing has left the office
  {
    name: 'giveBack',
    label: 'Trả lại',
    done: 'Trả lại',
    needsComment: true,
    from: ['submitted', 'approved'],
    to: 'draft',
    roles: leaders,
  },
  {
    name: 'send',
    label: 'Ghi nhận đã gửi',
    done: 'Gửi',
    needsComment: false,
    from: ['approved'],
    to: 'sent',
    roles: supervisors,
  },
]

export const stepOf: Readonly<Record<StepName, FilingStep>> = Object.fromEntries(
  filingSteps.map(step => [step.name, step]),
) as Record<StepName, FilingStep> // every name stands in the table once: tests/core/filings.steps.test.ts

/** The steps that somebody of this role may take with a filing in this state. */
export function allowedSteps(state: FilingState, role: Role): readonly FilingStep[] {
  return filingSteps.filter(({ from, roles }) => from.includes(state) && roles.includes(role))
}

/** Figures and document are kept as they were. */
export const isFrozen = (state: FilingState): boolean => state === 'approved' || state === 'sent'

/** The words of a draft may be changed; from submission on they may not. */
export const isEditable = (state: FilingState): boolean => state === 'draft' || state === 'completed'

/** What else the history of a filing tells. */
export const otherSteps = {
  open: 'Lập báo cáo',
  adjust: 'Lập điều chỉnh',
  unlock: 'Mở khóa tạm thời',
} as const

/** " (Điều chỉnh lần 2)" after a title; nothing for the first report of a period. */
export const adjustmentMark = (adjustment: number): string =>
  adjustment === 0 ? '' : ` (Điều chỉnh lần ${adjustment})`
