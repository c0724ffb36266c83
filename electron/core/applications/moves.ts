import { showDay } from '../calendar/day.ts'
import type { CommandContext } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Facts, ReturnWay } from './model.ts'
import { checkPostalCode } from './person.ts'
import type { StoredApplication } from './read.ts'
import { assertNotFuture, type Changes } from './save.ts'
import { allowedMoves, type MoveName, moveOf } from './statuses.ts'
import { type Stepped, type Told, takeStep } from './steps.ts'
import type { Replayer } from './store.ts'

export type MoveAsked = {
  readonly move: MoveName
  readonly day: string
  readonly time?: string | null
  readonly reason: string | null
  readonly returnWay?: ReturnWay | null | undefined
  readonly postalCode?: string | null | undefined
}

/** Refuses what is wrong whatever the file: a reason that is missing, a day that has not come. */
export function assertMoveAsked({ move, day, reason }: MoveAsked, today: string, path = ''): void {
  const { needsReason, label } = moveOf[move]
  if (needsReason && reason === null) {
    throw new AppError('invalid', `Nhập lý do cho bước “${label}”.`, {
      fields: { [`${path}reason`]: 'Nhập lý do.' },
    })
  }
  assertNotFuture(day, today, 'Ngày thực hiện', `${path}day`)
}

/** Moves one file by the rules; `told` is what the trail says beside it, `replay` is read once for many files. */
export function moveFile(
  context: CommandContext,
  before: StoredApplication,
  asked: MoveAsked,
  told: Changes = {},
  replay?: Replayer,
): Stepped {
  const { day, time = null, reason } = asked
  const move = moveOf[asked.move]
  if (!allowedMoves(before.status, before.receivedDay !== null).includes(move)) {
    throw new AppError(
      'invalid',
      `Hồ sơ ở trạng thái này không thực hiện được bước “${move.label}”. Tải lại hồ sơ.`,
    )
  }
  assertMoveAsked(asked, context.today)
  if (day < before.statusDay) {
    const message = `Ngày thực hiện trước bước gần nhất (${showDay(before.statusDay)}). Sửa lại ngày.`
    throw new AppError('invalid', message, { fields: { day: message } })
  }
  const step = { kind: 'status', status: move.to, day, time, reason } as const
  const returned = asked.move === 'return' ? handedOver(before.facts, asked) : {}
  return takeStep(context, before, step, { Bước: [null, move.label], ...told }, returned, replay)
}

/** How the result went back is a fact of the file, told with the move that hands it over. */
function handedOver(facts: Facts, asked: MoveAsked): Told {
  const { value: postalCode, findings } = checkPostalCode(asked.postalCode ?? '')
  const refusal = findings.find(({ level }) => level === 'error')
  if (refusal !== undefined)
    throw new AppError('invalid', refusal.message, { fields: { postalCode: refusal.message } })
  const returnWay = asked.returnWay ?? facts.returnWay ?? 'counter'
  return { facts: { ...facts, returnWay, postalCode: postalCode ?? facts.postalCode }, warnings: findings }
}
