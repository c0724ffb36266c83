import { checkCodes } from '../applications/check.ts'
import type { Facts } from '../applications/model.ts'
import { assertMoveAsked, moveFile } from '../applications/moves.ts'
import type { StoredApplication } from '../applications/read.ts'
import { assertNotFuture, type Changes, changesBetween, saveFacts } from '../applications/save.ts'
import { replayer } from '../applications/store.ts'
import { postedLabel } from '../applications/unchanged.ts'
import { showDay } from '../calendar/day.ts'
import type { CommandContext } from '../context.ts'
import { AppError } from '../errors.ts'
import type { BatchAction } from './contract.ts'
import { savePosted } from './posted.ts'
import { print } from './print.ts'

/** What a file was before it was changed: only the fields that changed, so that they alone are put back. */
export type Before = Partial<Facts> & { readonly postedDay?: string | null }

export type Done = {
  readonly before: Before
  readonly version: number
  readonly eventId: number | null
  /** What it is given on paper, and whether that has just been numbered. */
  readonly slip?: { readonly id: number; readonly numbered: boolean }
}

/** What is done to one file. It refuses before it writes anything of that file. */
export type Act = (file: StoredApplication) => Done

type AssignAction = Extract<BatchAction, { kind: 'assign' }>
type PostAction = Extract<BatchAction, { kind: 'hand-to-post' }>

/** Checks what is the same for every file; `told` is what each file's own entry says of the batch. */
export function actOf(context: CommandContext, action: BatchAction, told: Changes): Act {
  switch (action.kind) {
    case 'assign':
      return assign(context, action, told)
    case 'move': {
      assertMoveAsked(action, context.today, 'action.')
      const replay = replayer(context.db)
      return file => {
        const { facts, version, eventId } = moveFile(context, file, action, told, replay)
        return { before: changed(file.facts, facts), version, eventId }
      }
    }
    case 'hand-to-post':
      return handToPost(context, action, told)
    case 'print':
      return print(context, action)
  }
}

/** Those facts of `before` that are others in `after`. */
function changed(before: Facts, after: Facts): Before {
  const names = (Object.keys(before) as (keyof Facts)[]).filter(name => before[name] !== after[name]) // its own keys
  return Object.fromEntries(names.map(name => [name, before[name]])) as Partial<Facts> // of its own
}

function assign(context: CommandContext, { teamId, officerId, reason }: AssignAction, told: Changes): Act {
  const chosen: Partial<Facts> = {
    ...(teamId !== undefined && { teamId }),
    ...(officerId !== undefined && { officerId }),
  }
  if (Object.keys(chosen).length === 0) {
    const message = 'Chọn tổ hoặc cán bộ để phân công.'
    throw new AppError('invalid', message, { fields: { 'action.teamId': message } })
  }
  const [unknown] = checkCodes(context.db, chosen, context.today)
  if (unknown !== undefined) {
    const { field, message } = unknown
    throw new AppError('invalid', message, { fields: { [`action.${field}`]: message } })
  }
  const why: Changes = reason === null ? told : { ...told, 'Lý do sửa': [null, reason] }
  return file => {
    const facts: Facts = { ...file.facts, ...chosen }
    if (Object.keys(changesBetween(file.facts, facts)).length === 0)
      throw new AppError('invalid', 'Hồ sơ đã được phân công như vậy từ trước.')
    if (file.closedDay !== null && reason === null) {
      throw new AppError('invalid', 'Hồ sơ đã giải quyết. Nhập lý do khi phân công lại.')
    }
    const { version } = saveFacts(context, file, facts, why)
    return { before: changed(file.facts, facts), version, eventId: null }
  }
}

function handToPost(context: CommandContext, { day, office }: PostAction, told: Changes): Act {
  assertNotFuture(day, context.today, 'Ngày giao', 'action.day')
  const entry: Changes = office === '' ? told : { 'Nơi nhận bàn giao': [null, office], ...told }
  return file => {
    const refusal = whyNotToPost(file, day)
    if (refusal !== null) throw new AppError('invalid', refusal)
    const version = savePosted(context, file, day, { [postedLabel]: [null, day], ...entry })
    return { before: { postedDay: null }, version, eventId: null }
  }
}

/** Why a result cannot be handed over to the post on this day; null where it can. */
function whyNotToPost(
  { status, finishedDay, postedDay, facts }: StoredApplication,
  day: string,
): string | null {
  if (status === 10) return 'Kết quả đã trả cho công dân.'
  if (status !== 9 || finishedDay === null) return 'Hồ sơ chưa có kết quả. Ghi bước “Xử lý xong” trước.'
  if (facts.returnWay !== 'post')
    return 'Hình thức trả kết quả không phải qua bưu điện. Sửa hồ sơ nếu công dân đề nghị trả qua bưu điện.'
  if (postedDay !== null) return `Kết quả đã giao bưu chính ngày ${showDay(postedDay)}.`
  if (day < finishedDay)
    return `Ngày giao ở trước ngày có kết quả (${showDay(finishedDay)}). Chọn ngày từ ngày đó trở đi.`
  return null
}
