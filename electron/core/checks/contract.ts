import { z } from 'zod'
import { optionalText, requiredText } from '../applications/model.ts'
import { command, query } from '../operation.ts'
import { everyone, processors } from '../users/model.ts'

/** What an officer looks at before accepting (procedure.md §5). */
export const checkItems = [
  'identity',
  'licence-data',
  'violations',
  'health',
  'photo',
  'fee',
  'return-address',
] as const
export type CheckItem = (typeof checkItems)[number]
export const checkLabels: Readonly<Record<CheckItem, string>> = {
  identity: 'Đối chiếu dân cư',
  'licence-data': 'Dữ liệu GPLX',
  violations: 'Vi phạm, tước quyền sử dụng GPLX',
  health: 'Giấy khám sức khỏe',
  photo: 'Ảnh chân dung',
  fee: 'Lệ phí',
  'return-address': 'Địa chỉ trả kết quả',
}
export const checkResults = ['pass', 'fail', 'pending'] as const
export type CheckResult = (typeof checkResults)[number]
export const checkResultLabels: Readonly<Record<CheckResult, string>> = {
  pass: 'Đạt',
  fail: 'Không đạt',
  pending: 'Chờ',
}

export type Check = {
  readonly item: CheckItem
  readonly result: CheckResult
  readonly note: string | null
  readonly by: string | null
  readonly at: string | null
}

const id = z.number().int()

export const checksContract = {
  /** All items of a file, those not looked at yet as pending. */
  list: query(z.object({ applicationId: id }), { allow: everyone }).returns<readonly Check[]>(),
  set: command(
    z.object({
      applicationId: id,
      item: z.enum(checkItems),
      result: z.enum(checkResults),
      note: optionalText(300).default(null),
    }),
    { allow: processors },
  ).returns<Check>(),
  /** "Là hồ sơ khác": these two files are not the same request; kept with the reason. */
  notTwin: command(
    z.object({
      applicationId: id,
      otherId: id,
      reason: requiredText(300, 'Nhập lý do hai hồ sơ là khác nhau.'),
    }),
    { allow: processors },
  ).returns<{ readonly kept: true }>(),
}
