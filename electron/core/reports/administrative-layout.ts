import type { Day } from '../calendar/day.ts'
import { showDay } from '../calendar/day.ts'
import type { Period } from '../periods/period.ts'
import { bareNumber, dayInWords, documentNumber, placeAndDate } from './number-text.ts'
import type { Head, SheetTitle, Signature } from './report.ts'

/** What every report takes from the settings of the department. */
export type Office = {
  /** Cơ quan chủ quản as printed, e.g. "UBND TỈNH KIÊN GIANG"; empty for none. */
  readonly parent: string
  /** Cơ quan ban hành as printed, e.g. "SỞ GIAO THÔNG VẬN TẢI". */
  readonly department: string
  /** The same within a sentence, e.g. "Sở Giao thông vận tải tỉnh Kiên Giang"; left out where not known. */
  readonly departmentInText?: string
  /** Địa danh, e.g. "Kiên Giang". */
  readonly place: string
  /** Symbol of the kind and the department, e.g. "BC-SGTVT". */
  readonly symbol: string
  /** One line each: "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"; `name` without academic titles, may be empty. */
  readonly signer: { readonly title: readonly string[]; readonly name: string }
  /** Without dash or full stop, e.g. "Bộ Giao thông vận tải (để báo cáo)", … "Lưu: VT". */
  readonly receivers: readonly string[]
}

/** Capitals; "BÀ RỊA - VŨNG TÀU" is not torn apart at its hyphen. */
export const capitals = (text: string) => text.toLocaleUpperCase('vi').replaceAll(' - ', '\u00a0-\u00a0')

/** Tiêu ngữ. */
export const motto = 'Độc lập - Tự do - Hạnh phúc'

/** Quốc hiệu, tiêu ngữ, agency, number, place and date. */
export function headOf(office: Office, number: string | null, reportDay: Day): Head {
  return {
    parent: capitals(office.parent),
    department: capitals(office.department),
    number: documentNumber(number, office.symbol),
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto,
    placeAndDate: placeAndDate(office.place, reportDay),
  }
}

/** "Phụ lục I", title, the report it belongs to, period. */
export function appendixTitle(
  label: string,
  text: string,
  period: string,
  of: { readonly office: Office; readonly number: string | null; readonly reportDay: Day },
): SheetTitle {
  const { office, number, reportDay } = of
  const by = office.departmentInText === undefined ? '' : ` của ${office.departmentInText}`
  const attachedTo = `(Kèm theo Báo cáo số ${bareNumber(number)}/${office.symbol} ${dayInWords(reportDay)}${by})`
  return { label, text: capitals(text), attachedTo, period }
}

/** Nơi nhận with its dashes, semicolons and full stop; the signer's office in capitals. */
export function signatureOf(office: Office): Signature {
  return {
    kind: 'signature',
    ...receiversOf(office.receivers),
    title: office.signer.title.map(capitals),
    name: office.signer.name,
  }
}

/** Nơi nhận as it is printed; the label goes with the list. */
export function receiversOf(names: readonly string[]): Pick<Signature, 'receiversLabel' | 'receivers'> {
  const last = names.length - 1
  return {
    receiversLabel: names.length === 0 ? '' : 'Nơi nhận:',
    receivers: names.map((name, at) => `- ${bare(name)}${at === last ? '.' : ';'}`),
  }
}

const bare = (receiver: string) => receiver.replace(/^[\s–-]+/, '').replace(/[\s;.]+$/, '')

/** "Kỳ báo cáo: …" in words and dates; the title of a day or a week already says its dates. */
export function periodLine(period: Period, title: string): string {
  if (title.includes('/')) return `Kỳ báo cáo: ${title}`
  return `Kỳ báo cáo: ${title} (từ ngày ${showDay(period.from)} đến ngày ${showDay(period.to)})`
}
