import { dayOf } from '../calendar/day.ts'
import type { Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import type { slipsContract } from './contract.ts'
import { type About, aboutOf, draw, frameOf, noDetails } from './draw.ts'
import { formSetNamed } from './form-sets.ts'
import { issueSlip, keepSlip } from './issue.ts'
import { reprintsOf } from './numbering.ts'
import { assertFits, assertMayApologise } from './rules.ts'
import { type KeptDetails, slipById, slipsOf, slipsOfBatch } from './store.ts'
import { formSetOn } from './texts.ts'
import { previewWording, setWording, wording } from './wordings.ts'

export const slipsOperations: Operations<typeof slipsContract> = {
  preview: (context, { kind, subject, details = noDetails }) => {
    const { db, today } = context
    const about = aboutOf(context, kind, subject)
    if (about.of === 'file') {
      assertFits(kind, about.file, 'preview')
      if (kind === 'apology') assertMayApologise(db, about.id, about.file, today)
    }
    const frame = frameOf(context, {
      kind,
      set: formSetNamed(formSetOn(db, today)),
      day: today,
      number: null,
    })
    return draw(frame, about, details)
  },

  issue: (context, { kind, subject, details = noDetails }) => issueSlip(context, kind, subject, details),

  reprint: (context, { id, reason }) => {
    const { db } = context
    const { slip: printed, subject, details } = slipById(db, id)
    const { kind, year, number, formSet } = printed
    const about = aboutOf(context, kind, subject)
    const first = slipsOf(db, subject).find(
      one => one.kind === kind && one.year === year && one.number === number && one.reprint === 0,
    )
    const day = dayOf((first ?? printed).at)
    const reprint = reprintsOf(db, printed) + 1
    const set = formSetNamed(formSet)
    const frame = frameOf(context, { kind, set, day, number, times: reprint })
    const kept = { ...details, ...newDayNow(about, details) }
    const document = draw(frame, about, kept)
    const again = { kind, year, number, reprint, subject, formSet, details: kept, document, reason }
    return keepSlip(context, again, frame, about)
  },

  ofBatch: ({ db }, { batchId }) =>
    slipsOfBatch(db, batchId).map(({ slip, document }) => ({ slip, document })),

  wording,
  setWording,
  previewWording,

  list: ({ db }, subject) => slipsOf(db, subject),

  get: ({ db }, { id }) => {
    const { slip, document } = slipById(db, id)
    return { slip, document }
  },
}

/** A reprinted apology names the day that the file has now; it may have been corrected since. */
function newDayNow(about: About, { promisedDay }: KeptDetails): Partial<KeptDetails> {
  if (about.of === 'batch' || promisedDay === undefined || promisedDay === null) return {}
  const { dueDay } = about.file
  if (dueDay === null || dueDay <= promisedDay) {
    throw new AppError(
      'conflict',
      'Ngày hẹn lại của phiếu này đã được rút lại. Sửa ngày hẹn trả của hồ sơ rồi in lại phiếu.',
    )
  }
  return { newDueDay: dueDay }
}
