import { type Day, showDay } from '../calendar/day.ts'
import { headOf, type Office } from '../reports/administrative-layout.ts'
import { bareNumber } from '../reports/number-text.ts'
import type { SlipKind } from './contract.ts'
import type { SlipBlock, SlipDocument } from './document.ts'
import { type FormSet, formOf } from './form-sets.ts'
import type { Texts } from './model.ts'

/** Who issues: the office as it is printed, and its one-stop desk, which issues most slips. */
export type SlipOffice = Office & { readonly departmentInText: string }

/** What every slip bears besides its own facts. */
export type SlipFrame = {
  readonly kind: SlipKind
  readonly set: FormSet
  readonly office: SlipOffice
  /** The day the slip bears: that of its first print. */
  readonly day: Day
  /** Room to write in a preview. */
  readonly number: number | null
  readonly reprint: { readonly times: number; readonly day: Day } | null
  /** The sentences of its kind on its day. */
  readonly texts: Texts
  /** Who hands it out. */
  readonly officer: string
  readonly sample: boolean
}

export type Moment = { readonly day: Day; readonly time: string | null }

export const oneStopDesk = 'Bộ phận Tiếp nhận và Trả kết quả'

/** Room to write a short and a long word by hand. */
export const room = '………'
export const longRoom = '……………………'

/** "08 giờ 05 phút, ngày 05/09/2023"; with room for the hour where nobody noted it. */
export function momentInWords({ day, time }: Moment): string {
  const [hour, minute] = time === null ? [room, room] : time.split(':')
  return `${hour} giờ ${minute} phút, ngày ${showDay(day)}`
}

/** "05/TNHS" as the trail and other slips name it. */
export function slipNumber({ kind, set, office, number }: SlipFrame): string {
  return `${bareNumber(number === null ? null : String(number))}/${symbolOf(kind, set, office)}`
}

function symbolOf(kind: SlipKind, set: FormSet, { symbol }: Pick<Office, 'symbol'>): string {
  const form = formOf(set, kind)
  const own = /-(.+)$/.exec(symbol)?.[1]
  return form.ofDepartment && own !== undefined ? `${form.symbol}-${own}` : form.symbol
}

/** Everything of a slip but what it says: head, title, name of the file, small print. */
export function slip(
  frame: SlipFrame,
  own: {
    readonly paper: SlipDocument['paper']
    /** The department itself signs; otherwise its one-stop desk does. */
    readonly byDepartment?: true
    readonly about: string
    readonly blocks: readonly SlipBlock[]
    readonly signatures: SlipDocument['signatures']
    readonly qr: string | null
    readonly notes?: readonly string[]
  },
): SlipDocument {
  const { set, kind, office, number, reprint, day } = frame
  const issuer: Office = own.byDepartment
    ? office
    : { ...office, parent: office.departmentInText, department: oneStopDesk }
  const head = headOf(
    { ...issuer, symbol: symbolOf(kind, set, office) },
    number === null ? null : String(number),
    day,
  )
  const form = formOf(set, kind)
  return {
    title: form.title.toLocaleUpperCase('vi'),
    fileName: fileNameOf(frame, own.about),
    paper: own.paper,
    head: {
      ...head,
      reprint: reprint === null ? '' : `In lại lần ${reprint.times} ngày ${showDay(reprint.day)}`,
    },
    blocks: own.blocks,
    signatures: own.signatures,
    qr: own.qr,
    foot: [
      ...(form.number === null ? [] : [`Mẫu số ${form.number} ban hành kèm theo ${set.issuedWith}.`]),
      ...(own.notes ?? []),
      ...(frame.sample
        ? ['DỮ LIỆU MẪU: giấy do ứng dụng tạo để dùng thử, không phải giấy của cơ quan.']
        : []),
    ].join('\n'),
  }
}

const fileNames: Readonly<Record<SlipKind, string>> = {
  receipt: 'giay-tiep-nhan',
  supplement: 'phieu-yeu-cau-bo-sung',
  refusal: 'phieu-tu-choi',
  apology: 'phieu-xin-loi',
  stop: 'thong-bao-dung',
  control: 'phieu-kiem-soat',
  'post-list': 'ban-giao-buu-chinh',
}

function fileNameOf({ kind, number, day, reprint }: SlipFrame, about: string): string {
  const parts = [
    fileNames[kind],
    number === null ? 'xem-truoc' : `${day.slice(0, 4)}-${String(number).padStart(4, '0')}`,
    about.replace(/[^A-Za-z0-9.-]+/g, '-').replace(/^[.-]+|[.-]+$/g, ''),
    reprint === null ? '' : `in-lai-${reprint.times}`,
  ]
  return `${parts.filter(part => part !== '').join('_')}.pdf`
}

export const line = (label: string, value: string | null): SlipBlock => ({
  kind: 'line',
  label,
  value: value ?? '',
})
export const body = (text: string): SlipBlock => ({ kind: 'text', text, style: 'body' })

export const signHint = '(Ký và ghi rõ họ tên)'

/** The head of the department, for what the department itself issues. */
export const departmentSigner = ({ office }: SlipFrame): SlipDocument['signatures'][number] => ({
  title: office.signer.title.map(part => part.toLocaleUpperCase('vi')).join('\n'),
  hint: '(Ký, ghi rõ họ tên và đóng dấu)',
  name: office.signer.name,
})
