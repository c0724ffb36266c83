import { z } from 'zod'
import { isDay } from '../calendar/day.ts'
import { field, shapeOf } from '../fields.ts'
import { tidy } from '../vietnamese.ts'
import { longestCode } from './person.ts'

/** Channels by which an application comes in, with their national codes 1–3. */
export const channels = ['direct', 'online', 'postal'] as const
export type Channel = (typeof channels)[number]
export const channelNames: Readonly<Record<Channel, string>> = {
  direct: 'Trực tiếp',
  online: 'Trực tuyến',
  postal: 'Qua bưu chính công ích',
}

/** How the result goes back to the citizen: not to be confused with the channel "postal". */
export const returnWays = ['counter', 'post', 'electronic'] as const
export type ReturnWay = (typeof returnWays)[number]
export const returnWayNames: Readonly<Record<ReturnWay, string>> = {
  counter: 'Tại bộ phận một cửa',
  post: 'Qua bưu điện',
  electronic: 'Trên môi trường mạng',
}

export const sexNames = { male: 'Nam', female: 'Nữ' } as const

/** A day as the core speaks of it. */
export const day = z
  .string('Nhập ngày theo dạng ngày/tháng/năm.')
  .refine(isDay, 'Ngày không có trong lịch. Nhập theo dạng ngày/tháng/năm.')

const unreadable = 'Nội dung không đọc được. Nhập lại.'

/** An optional line of text: tidied, empty becomes null. */
export const optionalText = (longest: number) =>
  z
    .string(unreadable)
    .nullable()
    .transform(text => (text === null ? null : tidy(text)))
    .transform(text => (text === '' ? null : text))
    .refine(
      text => text === null || text.length <= longest,
      `Nội dung dài quá ${longest} ký tự. Rút ngắn lại.`,
    )

/** A line of text that may not be empty: tidied. */
export const requiredText = (longest: number, missing: string) =>
  z
    .string(missing)
    .transform(tidy)
    .refine(text => text !== '', missing)
    .refine(text => text.length <= longest, `Nội dung dài quá ${longest} ký tự. Rút ngắn lại.`)

/** `YYYY-MM-DD`, or `YYYY` where only the year is known. */
const birthDay = z
  .string('Nhập ngày/tháng/năm sinh hoặc chỉ năm sinh.')
  .nullable()
  .refine(
    text => text === null || /^(19|20)\d{2}$/.test(text) || isDay(text),
    'Ngày sinh không có trong lịch. Nhập ngày/tháng/năm hoặc chỉ năm sinh.',
  )

/** An entry of a list that the screen offers. */
const oneOf = <const T extends readonly string[]>(values: T, label: string) =>
  z.enum(values, `Chọn ${label} trong danh sách.`)
const idOf = (label: string) => z.int(`Chọn ${label} trong danh sách.`).nullable()

const feeRule = 'Lệ phí là số tiền tròn đồng, từ 0 đến 100.000.000. Nhập lại.'
const licencesRule = 'Số lượng GPLX từ 1 đến 20. Nhập lại.'

/**
 * What a person fills in on an application (procedure.md §4, §9). Checks that only warn, and those that need
 * catalogues, are in `person.ts` and `operations.ts`.
 */
export const fields = {
  dossierCode: field('Mã hồ sơ', requiredText(longestCode, 'Nhập mã hồ sơ.')),
  channel: field('Hình thức nộp', oneOf(channels, 'hình thức nộp')),
  fullName: field('Họ và tên', requiredText(100, 'Nhập họ và tên người đề nghị.')),
  birthDay: field('Ngày sinh', birthDay),
  sex: field('Giới tính', oneOf(['male', 'female'], 'giới tính').nullable()),
  nationalId: field('Số CCCD/giấy tờ', optionalText(20)),
  phone: field('Số điện thoại', optionalText(20)),
  address: field('Địa chỉ', optionalText(300)),
  districtCode: field('Huyện/Thành phố', optionalText(10)),
  licenceNumber: field('Số GPLX', optionalText(20)),
  classes: field('Hạng GPLX', optionalText(40)),
  reasonCode: field('Lý do đổi', optionalText(40)),
  teamId: field('Tổ', idOf('tổ')),
  officerId: field('Cán bộ thụ lý', idOf('cán bộ')),
  returnWay: field('Hình thức trả kết quả', oneOf(returnWays, 'hình thức trả').nullable()),
  postalCode: field('Mã bưu gửi', optionalText(20)),
  fee: field('Lệ phí', z.int(feeRule).min(0, feeRule).max(100_000_000, feeRule).nullable()),
  paymentStatus: field('Trạng thái thanh toán', optionalText(40)),
  licences: field('Số lượng GPLX', z.int(licencesRule).min(1, licencesRule).max(20, licencesRule)),
  submitterName: field('Người nộp thay', optionalText(100)),
  submitterId: field('Số giấy tờ người nộp thay', optionalText(20)),
  notes: field('Ghi chú', optionalText(2000)),
} as const

export type FieldName = keyof typeof fields

/** The facts of an application without its history. */
export const facts = z.object(shapeOf(fields))
export type Facts = z.output<typeof facts>

/** The labels of the days that the history gives, for forms, lists and messages. */
export const dayLabels = {
  registered: 'Ngày nộp',
  received: 'Ngày tiếp nhận',
  due: 'Ngày hẹn trả',
  finished: 'Ngày có kết quả',
  returned: 'Ngày trả kết quả',
  status: 'Ngày cập nhật trạng thái',
} as const
