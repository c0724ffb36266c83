import { z } from 'zod'
import { day } from '../applications/model.ts'
import { type Day, isDay } from '../calendar/day.ts'
import { tidy } from '../vietnamese.ts'

/** Since always: the effective day of a value that replaces the default. */
export const sinceAlways: Day = '0001-01-01'

/** A day on which a value begins: any of the calendar, and since always. */
export const effectiveDay = z
  .string()
  .refine(
    text => text === sinceAlways || isDay(text),
    'Ngày không có trong lịch. Nhập theo dạng ngày/tháng/năm.',
  )

const line = (longest: number) =>
  z
    .string()
    .transform(tidy)
    .refine(text => text.length <= longest, `Nội dung dài quá ${longest} ký tự. Rút ngắn lại.`)
const needed = (longest: number, missing: string) => line(longest).refine(text => text !== '', missing)

// a line break typed in a form means a new line of the block
const titleLines = z.string().transform(text => lines(text.replaceAll('/', '\n')).join(' / '))
const lines = (text: string) =>
  text
    .split('\n')
    .map(tidy)
    .filter(part => part !== '')

/** The office as it is printed; changes keep what was printed before, by effective date. */
export const department = z.object({
  provinceCatalogue: z.enum(['2023', '2025']),
  provinceCode: z.string().regex(/^\d{2}$/, 'Chọn tỉnh, thành phố.'),
  /** "Sở Giao thông vận tải tỉnh Kiên Giang"; printed in capitals in the head. */
  name: needed(120, 'Nhập tên cơ quan.'),
  /** The upper level: "UBND tỉnh Kiên Giang". */
  parentName: needed(120, 'Nhập tên cơ quan chủ quản.'),
  /** The place before the date: "Kiên Giang". */
  place: needed(60, 'Nhập địa danh.'),
  /** The symbol after the number: "BC-SGTVT". */
  symbol: needed(40, 'Nhập ký hiệu văn bản.'),
  /** "GIÁM ĐỐC", or two lines "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC". */
  signerTitle: titleLines.pipe(needed(120, 'Nhập chức vụ người ký.')),
  signerName: line(80),
  /** One receiver per entry, without the dash and the final mark. */
  receivers: z.array(line(120)).max(12),
})
export type Department = z.output<typeof department>

/** Where weeks and months of a report begin and end (figures.md §5). */
export const periodRule = z.object({
  weekStart: z.union([
    z.literal(1),
    z.literal(2),
    z.literal(3),
    z.literal(4),
    z.literal(5),
    z.literal(6),
    z.literal(7),
  ]),
  monthClosesOn14: z.boolean(),
})

/** A report that is due after every period of a kind. */
export const reportDuty = z.object({
  report: needed(40, 'Chọn báo cáo.'),
  periodKind: z.enum(['day', 'week', 'month', 'quarter', 'half', 'year'], 'Chọn loại kỳ báo cáo.'),
  /** Working days after the last day of the period; 0 is that day itself. */
  workingDays: z
    .int('Nhập số ngày làm việc.')
    .min(0, 'Số ngày làm việc từ 0 đến 60. Nhập lại.')
    .max(60, 'Số ngày làm việc từ 0 đến 60. Nhập lại.'),
  /** "16:30" on the day of the deadline; null: the whole day. */
  hour: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Giờ không đúng. Nhập theo dạng giờ:phút, ví dụ 16:30.')
    .nullable(),
})
export type ReportDuty = z.output<typeof reportDuty>

/** Two deadlines for one report would make it late and in time at once. */
function namedOnce(duties: readonly ReportDuty[], check: z.RefinementCtx): void {
  duties.forEach(({ report, periodKind }, at) => {
    const first = duties.findIndex(each => each.report === report && each.periodKind === periodKind)
    if (first === at) return
    check.addIssue({
      code: 'custom',
      path: [at, 'periodKind'],
      message: `Báo cáo này đã có ở dòng ${first + 1} với cùng loại kỳ. Đổi loại kỳ hoặc bỏ một dòng.`,
    })
  })
}

/** What the pattern of a file's name may hold in braces. */
export const fileNameParts: readonly string[] = ['báo cáo', 'loại kỳ', 'kỳ', 'ký hiệu', 'ngày lập']

/** Paragraphs, one a line. */
const paragraphs = z
  .string()
  .transform(text => lines(text).join('\n'))
  .refine(text => text.length <= 4000, 'Nội dung dài quá 4.000 ký tự. Rút ngắn lại.')

/** A table's columns by the keys of `reports/arrange-table.ts`: those known, in their order, and those left out. */
const columnChoice = z.object({
  order: z.array(z.string().max(400)).max(100),
  hidden: z.array(z.string().max(400)).max(100),
})
export type ColumnChoice = { readonly order: readonly string[]; readonly hidden: readonly string[] }

/** How the office wants one kind of report; what is empty stays as the office has it. */
export const reportTemplate = z.object({
  parent: line(120),
  department: line(120),
  symbol: line(40),
  signerTitle: titleLines.pipe(line(120)),
  signerName: line(80),
  receivers: z.array(line(120)).max(12),
  /** Text before the first block and before the signature. */
  before: paragraphs,
  after: paragraphs,
  /** By the table's id. */
  columns: z.record(z.string().max(40), columnChoice),
})
export type ReportTemplate = z.output<typeof reportTemplate>

/** The template that changes nothing. */
export const plainTemplate: ReportTemplate = {
  parent: '',
  department: '',
  symbol: '',
  signerTitle: '',
  signerName: '',
  receivers: [],
  before: '',
  after: '',
  columns: {},
}

/**
 * Every setting of the office: key → rule and default. Values have effective dates; what was printed or approved keeps the
 * values of its own day. Sources of the defaults: figures.md §2–§5.
 */
export const settingRules = {
  department,
  reporting: z.object({ year: z.number().int().min(2020).max(2100), startDay: day.nullable() }),
  /** Working days for the exchange and for telling what is missing; what a pause does to the clock. */
  deadline: z.object({
    days: z.number().int().min(1).max(60),
    supplementDays: z.number().int().min(1).max(30),
    afterPause: z.enum(['fresh', 'remaining']),
  }),
  target: z.object({
    numerator: z.enum(['finished', 'received', 'registered']),
    denominator: z.enum(['direct-and-postal', 'direct', 'all']),
    bothCounts: z.enum(['larger', 'logged', 'total']),
  }),
  unit: z.object({ unit: z.enum(['files', 'licences']) }),
  periods: periodRule,
  /** An approved period is closed: changes of the register that would alter its figures are refused. */
  periodLock: z.object({ on: z.boolean() }),
  reportDuties: z.object({
    /** What has to have happened by the deadline for a report to be in time. */
    madeWhen: z.enum(['approved', 'sent']),
    duties: z.array(reportDuty).max(60).superRefine(namedOnce),
  }),
  /** By which set of one-stop forms slips are printed (`slips/form-sets.ts`). */
  formSet: z.object({ set: z.enum(['2018', '2025']) }),
  /** How the workbook of a report is called (reports/file-name.ts). */
  reportFiles: z.object({
    pattern: needed(100, 'Nhập mẫu tên tệp.').refine(
      text =>
        text.includes('{báo cáo}') &&
        text.includes('{kỳ}') &&
        (text.match(/\{[^{}]*\}/g) ?? []).every(part => fileNameParts.includes(part.slice(1, -1))),
      'Mẫu tên tệp phải có {báo cáo} và {kỳ}; ngoài ra chỉ dùng {loại kỳ}, {ký hiệu}, {ngày lập}.',
    ),
  }),
  session: z.object({ idleMinutes: z.number().int().min(1).max(480) }),
  /** The file holds sample data: every screen and workbook says so. */
  sample: z.object({ sample: z.boolean() }),
} as const

/** What each kind of report has of its own, with its own days: key → rule. */
export const reportSettingRules = {
  /** How it cuts time; null: as the office does. */
  reportPeriod: periodRule.nullable(),
  reportTemplate,
} as const

const rules = { ...settingRules, ...reportSettingRules }

export type OfficeKey = keyof typeof settingRules
export type ReportKey = keyof typeof reportSettingRules
export type SettingKey = keyof typeof rules
export type SettingValue<K extends SettingKey> = z.output<(typeof rules)[K]>

/** The rule that every value of a setting is written and read through. */
export const ruleOf = <K extends SettingKey>(key: K): (typeof rules)[K] => rules[key]

export const isReportKey = (key: string): key is ReportKey => Object.hasOwn(reportSettingRules, key)
export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(rules, key)

export const settingDefaults: { readonly [K in Exclude<SettingKey, 'department'>]: SettingValue<K> } = {
  reporting: { year: 2023, startDay: null },
  deadline: { days: 5, supplementDays: 2, afterPause: 'fresh' },
  target: { numerator: 'finished', denominator: 'direct-and-postal', bothCounts: 'larger' },
  unit: { unit: 'files' },
  periods: { weekStart: 1, monthClosesOn14: false },
  periodLock: { on: false },
  reportDuties: {
    madeWhen: 'sent',
    duties: [
      { report: 'ket-qua', periodKind: 'day', workingDays: 1, hour: null },
      { report: 'ket-qua', periodKind: 'week', workingDays: 1, hour: null },
      { report: 'ket-qua', periodKind: 'month', workingDays: 3, hour: null },
    ],
  },
  formSet: { set: '2018' },
  reportFiles: { pattern: 'bao-cao-{báo cáo}-{kỳ}' },
  session: { idleMinutes: 15 },
  sample: { sample: false },
  reportPeriod: null,
  reportTemplate: plainTemplate,
}

export const settingNames: Readonly<Record<SettingKey, string>> = {
  department: 'Cơ quan',
  reporting: 'Năm báo cáo',
  deadline: 'Thời hạn giải quyết',
  target: 'Cách tính chỉ tiêu',
  unit: 'Đơn vị tính',
  periods: 'Kỳ báo cáo',
  reportPeriod: 'Kỳ báo cáo theo loại báo cáo',
  periodLock: 'Khóa kỳ đã duyệt',
  reportDuties: 'Lịch báo cáo',
  formSet: 'Bộ mẫu phiếu',
  reportFiles: 'Tên tệp báo cáo',
  reportTemplate: 'Mẫu báo cáo',
  session: 'Phiên làm việc',
  sample: 'Dữ liệu mẫu',
}
