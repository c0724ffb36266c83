import { showDay } from '../calendar/day.ts'
import { calendarOf } from '../calendar/store.ts'
import { explainDeadline, isConfirmed } from '../calendar/working-days.ts'
import type { Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import { fold } from '../vietnamese.ts'
import type { Application, applicationsContract } from './contract.ts'
import { appoint, correct } from './corrections.ts'
import { historyOf } from './history.ts'
import { list } from './list.ts'
import { checkNationalId, checkPostalCode } from './person.ts'
import {
  applicationById,
  rowColumns,
  rowJoins,
  type StoredApplication,
  type StoredRow,
  twinsOf,
  withClock,
} from './read.ts'
import {
  appendStep,
  assertNotFuture,
  assertUnchanged,
  createApplication,
  editApplication,
  holdDueDay,
} from './save.ts'
import { allowedMoves, moveOf } from './statuses.ts'
import { lifeOf } from './store.ts'

export const applicationsOperations: Operations<typeof applicationsContract> = {
  list,

  get: ({ db, today }, { id }): Application => {
    const application = applicationById(db, id)
    const row = db.row<StoredRow>(`SELECT ${rowColumns} FROM applications a ${rowJoins} WHERE a.id = :id`, {
      id,
    })
    if (row === undefined) throw new AppError('not-found', 'Không tìm thấy hồ sơ. Tải lại danh sách.')
    const received = application.receivedDay !== null
    return {
      ...application,
      ...withClock(row, today, calendarOf(db)),
      returnWay: application.facts.returnWay,
      history: historyOf(db, id),
      moves: allowedMoves(application.status, received).map(({ name }) => name),
    }
  },

  twins: ({ db }, { fullName, birthDay, nationalId, except }) => {
    const paper = { birthDay: null, sex: null, provinceCodes: new Set<string>() }
    const number = checkNationalId(nationalId ?? '', paper).value
    return twinsOf(db, { nameKey: fold(fullName), birthDay, nationalId: number }, except ?? 0)
  },

  create: (context, { facts, registered, receivedToo }) =>
    createApplication(context, facts, [
      { kind: 'status', status: 1, ...registered },
      ...(receivedToo ? [{ kind: 'status', status: 2, ...registered } as const] : []),
    ]),

  edit: (context, { id, version, facts, reason }) =>
    // zod's `partial` says `T | undefined`; `editApplication` drops the undefined ones.
    editApplication(context, id, version, facts as Parameters<typeof editApplication>[3], reason),

  move: (context, input) => {
    const { db, today } = context
    const { id, version, day, time, reason } = input
    const before = applicationById(db, id)
    assertUnchanged(context, before, version)
    const move = moveOf[input.move]
    if (!allowedMoves(before.status, before.receivedDay !== null).includes(move)) {
      throw new AppError(
        'invalid',
        `Hồ sơ ở trạng thái này không thực hiện được bước "${move.label}". Tải lại hồ sơ.`,
      )
    }
    if (move.needsReason && reason === null) {
      throw new AppError('invalid', `Nhập lý do cho bước "${move.label}".`, {
        fields: { reason: 'Nhập lý do.' },
      })
    }
    assertNotFuture(day, today, 'Ngày thực hiện')
    if (day < before.statusDay) {
      const message = `Ngày thực hiện trước bước gần nhất (${showDay(before.statusDay)}). Sửa lại ngày.`
      throw new AppError('invalid', message, { fields: { day: message } })
    }
    const step = { kind: 'status', status: move.to, day, time, reason } as const
    const told = input.move === 'return' ? handedOver(before, input) : {}
    holdDueDay(context, before)
    return appendStep(context, before, step, { Bước: [null, move.label] }, told)
  },

  correct,
  appoint,

  explainDue: ({ db }, { id }) => {
    const calendar = calendarOf(db)
    return lifeOf(db, applicationById(db, id).id).dues.map(({ due, from, why, countedFrom, days }) => ({
      due,
      from,
      why,
      days: countedFrom === null || days === null ? [] : explainDeadline(countedFrom, days, calendar),
      confirmed: isConfirmed(from, due, calendar),
    }))
  },
}

type ReturnFacts = {
  readonly returnWay?: StoredApplication['facts']['returnWay'] | undefined
  readonly postalCode?: string | null | undefined
}

/** How the result went back is a fact of the file, told with the move that hands it over. */
function handedOver({ facts }: StoredApplication, given: ReturnFacts) {
  const { value: postalCode, findings } = checkPostalCode(given.postalCode ?? '')
  const refusal = findings.find(({ level }) => level === 'error')
  if (refusal !== undefined)
    throw new AppError('invalid', refusal.message, { fields: { postalCode: refusal.message } })
  const returnWay = given.returnWay ?? facts.returnWay ?? 'counter'
  return { facts: { ...facts, returnWay, postalCode: postalCode ?? facts.postalCode }, warnings: findings }
}
