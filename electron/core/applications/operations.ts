import { calendarOf } from '../calendar/store.ts'
import { explainDeadline, isConfirmed } from '../calendar/working-days.ts'
import type { Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import { fold } from '../vietnamese.ts'
import type { Application, applicationsContract } from './contract.ts'
import { appoint, correct } from './corrections.ts'
import { exportList } from './export.ts'
import { historyOf } from './history.ts'
import { list } from './list.ts'
import { moveFile } from './moves.ts'
import { checkNationalId } from './person.ts'
import { applicationById, rowColumns, rowJoins, type StoredRow, twinsOf, withClock } from './read.ts'
import { createApplication, editApplication, saved } from './save.ts'
import { allowedMoves } from './statuses.ts'
import { lifeOf } from './store.ts'
import { assertUnchanged } from './unchanged.ts'
import { undo, undoableStep } from './undo.ts'

export const applicationsOperations: Operations<typeof applicationsContract> = {
  list,

  get: (context, { id }): Application => {
    const { db, today } = context
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
      undoable: undoableStep(context, id),
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
    const before = applicationById(context.db, input.id)
    assertUnchanged(context, before, input.version)
    return saved(context, moveFile(context, before, input))
  },

  exportList,
  undo,
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
