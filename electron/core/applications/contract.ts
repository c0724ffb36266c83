import { z } from 'zod'
import type { DayReason } from '../calendar/working-days.ts'
import { command, job, query } from '../operation.ts'
import { everyone, processors, supervisors } from '../users/model.ts'
import { tidy } from '../vietnamese.ts'
import {
  type Channel,
  channels,
  day,
  type Facts,
  facts,
  fields,
  type ReturnWay,
  requiredText,
} from './model.ts'
import type { Finding } from './person.ts'
import { type MoveName, moveNames, type Status } from './statuses.ts'

/** One line of the register. Days are `YYYY-MM-DD`. */
export type ApplicationRow = {
  readonly id: number
  readonly dossierCode: string
  readonly fullName: string
  readonly birthDay: string | null
  readonly channel: Channel
  readonly status: Status
  readonly statusDay: string
  readonly registeredDay: string
  readonly receivedDay: string | null
  readonly dueDay: string | null
  readonly finishedDay: string | null
  readonly returnedDay: string | null
  readonly closedDay: string | null
  readonly classes: string | null
  readonly districtName: string | null
  readonly teamName: string | null
  readonly officerName: string | null
  /** Working days to the due day: positive left, negative overdue; null when the clock does not run. */
  readonly workingDaysLeft: number | null
}

export type HistoryEntry = {
  readonly id: number
  readonly kind: 'status' | 'due' | 'reappointed'
  readonly status: Status | null
  readonly day: string
  readonly time: string | null
  readonly dueDay: string | null
  readonly reason: string | null
  readonly actorName: string | null
  readonly importName: string | null
  readonly at: string
  /** The entry this one corrects or takes back; both stay in the history. */
  readonly corrects: number | null
  readonly voids: number | null
  /** A later entry has corrected or taken back this one. */
  readonly superseded: boolean
}

export type DueStep = {
  readonly due: string
  readonly from: string
  readonly why: string
  /** Day by day, where the due day was counted here and not given by a list. */
  readonly days: readonly DayReason[]
  /** False when the due day runs into a year whose holidays are not confirmed. */
  readonly confirmed: boolean
}

export type Application = ApplicationRow & {
  readonly version: number
  readonly facts: Facts
  readonly paperKind: 'cccd' | 'cmnd' | 'passport' | null
  readonly regime: '2008' | '2024'
  readonly reasonText: string | null
  readonly officerText: string | null
  readonly districtText: string | null
  readonly refusedDay: string | null
  readonly droppedDay: string | null
  readonly withdrawnDay: string | null
  readonly stoppedDay: string | null
  readonly pausedDay: string | null
  /** When the result was handed over to the post; the citizen has it once the file is returned. */
  readonly postedDay: string | null
  readonly returnWay: ReturnWay | null
  readonly history: readonly HistoryEntry[]
  readonly moves: readonly MoveName[]
  /** The last step, its day and who wrote it, where whoever asks may take it back now. */
  readonly undoable: { readonly title: string; readonly day: string; readonly by: string } | null
  readonly createdAt: string
  readonly updatedAt: string
}

export type Twin = {
  readonly id: number
  readonly dossierCode: string
  readonly fullName: string
  readonly birthDay: string | null
  readonly status: Status
  readonly registeredDay: string
  readonly channel: Channel
}

/** What was saved, with what deserves a second look (warnings never stop a save). */
export type Saved = {
  readonly id: number
  readonly version: number
  readonly warnings: readonly Finding[]
  readonly twins: readonly Twin[]
}

/** What a list may be sorted by; `newest` is the day of handing in, latest first. */
export const orders = [
  'newest',
  'oldest',
  'name',
  'birth',
  'due',
  'code',
  'status',
  'channel',
  'received',
  'finished',
  'returned',
  'class',
  'district',
  'team',
  'officer',
] as const
export type Order = (typeof orders)[number]

/** The columns of the register that a user may choose, with their headings. */
export const registerColumns = {
  dossierCode: 'Mã hồ sơ',
  fullName: 'Họ và tên',
  birthDay: 'Ngày sinh',
  channel: 'Hình thức nộp',
  status: 'Trạng thái',
  registeredDay: 'Ngày nộp',
  receivedDay: 'Ngày tiếp nhận',
  dueDay: 'Ngày hẹn trả',
  finishedDay: 'Ngày có kết quả',
  returnedDay: 'Ngày trả kết quả',
  classes: 'Hạng GPLX',
  districtName: 'Huyện/Thành phố',
  teamName: 'Tổ',
  officerName: 'Cán bộ thụ lý',
} as const
export type RegisterColumn = keyof typeof registerColumns

export const listFilter = z.object({
  /** Any words: dossier code, name with or without marks, CCCD, phone, licence or postal code. */
  text: z.string().max(200).optional(),
  statuses: z.array(z.number().int().min(1).max(10)).max(10).optional(),
  channel: z.enum(channels).optional(),
  teamId: z.number().int().optional(),
  officerId: z.number().int().optional(),
  districtCode: z.string().max(10).optional(),
  /** Files that ask for this class, alone or among others: "B2" holds "A1, B2". */
  licenceClass: z.string().max(10).optional(),
  /** Results handed over to the post and not yet in the citizen's hands. */
  posted: z.boolean().optional(),
  /** False: handed in and not received; true: received, whatever came after. */
  received: z.boolean().optional(),
  /** Which day column the period filters by. */
  dayField: z.enum(['registered', 'received', 'due', 'finished', 'returned', 'closed']).optional(),
  from: day.optional(),
  to: day.optional(),
  /** Open files only: past their due day, or due within the next working days. */
  deadline: z.enum(['overdue', 'due-soon']).optional(),
  order: z.enum(orders).default('newest'),
  /** The other way round than the order's own. */
  reversed: z.boolean().optional(),
  /** The cursor of the page before; null or absent for the first page. */
  after: z.string().max(4000).nullable().optional(),
  limit: z.number().int().min(1).max(500).default(100),
})
export type ListFilter = z.input<typeof listFilter>

/** As many files as are ticked at once: a batch writes them in one transaction. */
export const mostTicked = 100_000
const ids = z.array(z.int())

/** Files ticked in a list: those named, or all that its filter holds but for some. */
export const ticked = z.union([
  z.object({ ids: ids.min(1).max(mostTicked) }),
  z.object({ except: ids.max(mostTicked) }),
])
export type Ticked = z.output<typeof ticked>

export type Page = {
  readonly rows: readonly ApplicationRow[]
  readonly next: string | null
  /** How many files the filter holds, counted up to 10 000; `null` means more. */
  readonly total: number | null
}

/** The hour for the printed slip; days decide everything else. */
const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Giờ không đúng. Nhập theo dạng giờ:phút, ví dụ 14:05.')
  .nullable()
  .default(null)

const eventInput = z.object({ day, time })

const longestReason = 500
const reasonFor = (missing: string) => requiredText(longestReason, missing)

export const applicationsContract = {
  /**
   * Exactly what is shown: the filter, or of its list the ticked files, the columns, their order; a workbook or a CSV
   * file kept for `jobs.file`.
   */
  exportList: job(
    z.object({
      filter: listFilter.omit({ after: true, limit: true }),
      ticked: ticked.optional(),
      columns: z
        .array(z.enum(Object.keys(registerColumns) as [RegisterColumn, ...RegisterColumn[]]))
        .min(1)
        .max(20), // the table's own keys
      format: z.enum(['xlsx', 'csv']),
    }),
    { allow: everyone },
  ).returns<{ readonly rows: number; readonly fileName: string }>(),
  /** Takes back the last step of a file, if it was mine and of today; a supervisor may take back any last step. */
  undo: command(z.object({ id: z.number().int(), version: z.number().int() }), {
    allow: processors,
  }).returns<Saved>(),
  list: query(listFilter, { allow: everyone, aside: true }).returns<Page>(),
  get: query(z.object({ id: z.number().int() }), { allow: everyone }).returns<Application>(),
  /** Other open files of the same person: warned of, never refused. */
  twins: query(
    z.object({
      fullName: z.string().max(100),
      birthDay: z.string().nullable(),
      nationalId: z.string().max(20).nullable(),
      except: z.number().int().optional(),
    }),
    { allow: everyone },
  ).returns<readonly Twin[]>(),
  create: command(z.object({ facts, registered: eventInput, receivedToo: z.boolean() }), {
    allow: processors,
  }).returns<Saved>(),
  edit: command(
    z.object({
      id: z.number().int(),
      version: z.number().int(),
      facts: facts.partial(),
      reason: z
        .string()
        .transform(tidy)
        .refine(text => text.length <= longestReason, `Lý do dài quá ${longestReason} ký tự. Rút ngắn lại.`)
        .default(''),
    }),
    {
      allow: processors,
    },
  ).returns<Saved>(),
  move: command(
    z.object({
      id: z.number().int(),
      version: z.number().int(),
      move: z.enum(moveNames),
      day,
      time,
      reason: fields.notes.rule.default(null),
      returnWay: fields.returnWay.rule.optional(),
      postalCode: fields.postalCode.rule.optional(),
    }),
    { allow: processors },
  ).returns<Saved>(),
  /** Corrects a day of the history, or takes the step back; the old entry stays and both show. */
  correct: command(
    z.object({
      id: z.number().int(),
      version: z.number().int(),
      eventId: z.number().int(),
      /** The right day; null takes the step back. */
      day: day.nullable(),
      reason: reasonFor('Nhập lý do sửa.'),
    }),
    { allow: supervisors },
  ).returns<Saved>(),
  /** Replaces the appointed day from the start (figures.md §8 case 5). */
  appoint: command(
    z.object({
      id: z.number().int(),
      version: z.number().int(),
      dueDay: day,
      reason: reasonFor('Nhập lý do sửa ngày hẹn trả.'),
    }),
    { allow: supervisors },
  ).returns<Saved>(),
  /** "Vì sao ngày này": every due day the file has had, and how each was counted. */
  explainDue: query(z.object({ id: z.number().int() }), { allow: everyone }).returns<readonly DueStep[]>(),
}
