import type { Channel, ReturnWay } from '../applications/model.ts'
import type { Status } from '../applications/statuses.ts'
import type { Day } from '../calendar/day.ts'
import type { Moment } from './layout.ts'

/** One step of the history as it stands now. */
export type FileStep = Moment & {
  readonly status: Status
  readonly reason: string | null
  readonly by: string | null
}

/** What the slips say of one file, as it is now. */
export type FileFacts = {
  readonly dossierCode: string
  readonly fullName: string
  readonly sex: 'male' | 'female' | null
  readonly submitterName: string | null
  readonly address: string | null
  readonly phone: string | null
  /** Nội dung yêu cầu giải quyết. */
  readonly request: string
  /** What such a file holds, where nobody says what was handed in. */
  readonly usualPapers: readonly string[]
  readonly channel: Channel
  readonly returnWay: ReturnWay | null
  readonly status: Status
  readonly received: Moment | null
  readonly dueDay: Day | null
  /** False when the due day runs into a year whose holidays are not confirmed. */
  readonly dueConfirmed: boolean
  readonly closedDay: Day | null
  /** Working days that the rule gives to a file received on its day. */
  readonly days: number
  readonly teamName: string | null
  readonly officerName: string | null
  /** In the order of the days. */
  readonly steps: readonly FileStep[]
}

/** "ông", "bà", or both where the file does not say. */
export const addressed = ({ sex }: Pick<FileFacts, 'sex'>): string =>
  sex === 'male' ? 'ông' : sex === 'female' ? 'bà' : 'ông/bà'

/** Who hands in and signs. */
export const handsIn = ({ submitterName, fullName }: FileFacts): string => submitterName ?? fullName

/** "Nguyễn Văn Thử (người nộp thay: Trần Thị Mẫu)". */
export const nameOnSlip = ({ fullName, submitterName }: FileFacts): string =>
  submitterName === null ? fullName : `${fullName} (người nộp thay: ${submitterName})`

/** The reason told with the latest step into a status. */
export const reasonOf = ({ steps }: FileFacts, status: Status): string =>
  steps.findLast(step => step.status === status)?.reason ?? ''

export const capitalised = (text: string): string => text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
