import { applicationById } from '../applications/read.ts'
import { appendStep } from '../applications/steps.ts'
import { dayOf } from '../calendar/day.ts'
import type { CommandContext, Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import { type Slip, slipNames, type slipsContract } from './contract.ts'
import { type About, aboutOf, draw, frameOf, noDetails } from './draw.ts'
import { formSetNamed, formSetOn } from './form-sets.ts'
import { type SlipFrame, slipNumber } from './layout.ts'
import { nextNumber, reprintsOf } from './numbering.ts'
import { assertComplete, assertFits, assertMayApologise, newDayOf } from './rules.ts'
import { insertSlip, type KeptDetails, type NewSlip, slipById, slipsOf } from './store.ts'

export const slipsOperations: Operations<typeof slipsContract> = {
  preview: (context, { kind, subject, details = noDetails }) => {
    const { db, today } = context
    const about = aboutOf(context, kind, subject)
    if (about.of === 'file') {
      assertFits(kind, about.file, 'preview')
      if (kind === 'apology') assertMayApologise(db, about.id, about.file, today)
    }
    const frame = frameOf(context, { kind, set: formSetOn(today), day: today, number: null })
    return draw(frame, about, details)
  },

  issue: (context, { kind, subject, details = noDetails }) => {
    const { db, today } = context
    const about = aboutOf(context, kind, subject)
    const kept = prepare(context, kind, about, details)
    const set = formSetOn(today)
    const year = Number(today.slice(0, 4))
    const number = nextNumber(db, kind, year)
    const frame = frameOf(context, { kind, set, day: today, number })
    const document = draw(frame, about, kept)
    if (kind === 'apology') reappoint(context, about, kept)
    const slip = { kind, year, number, reprint: 0, subject, formSet: set.name, details: kept, document }
    return keep(context, { ...slip, reason: null }, frame, about)
  },

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
    return keep(context, again, frame, about)
  },

  list: ({ db }, subject) => slipsOf(db, subject),

  get: ({ db }, { id }) => {
    const { slip, document } = slipById(db, id)
    return { slip, document }
  },
}

/** Refuses what cannot be issued, and answers what is kept of what the officer has told. */
function prepare(
  { db, today }: CommandContext,
  kind: Slip['kind'],
  about: About,
  details: typeof noDetails,
): KeptDetails {
  if (about.of === 'batch') return details
  const { file } = about
  assertFits(kind, file, 'issue')
  if (kind === 'apology') assertMayApologise(db, about.id, file, today)
  assertComplete(kind, file, details)
  if (kind !== 'apology') return { ...details, newDueDay: null }
  return { ...details, newDueDay: newDayOf(db, file, details.newDueDay, today), promisedDay: file.dueDay }
}

/** The day that an apology promises is in force from today: the file was late until then, and the figures keep that. */
function reappoint(context: CommandContext, about: About, { newDueDay, reason }: KeptDetails): void {
  if (newDueDay === null) throw new Error('an apology names its new day')
  const before = applicationById(context.db, about.id)
  const event = { kind: 'reappointed', day: context.today, dueDay: newDueDay, reason } as const
  appendStep(context, before, event, {})
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

function keep(context: CommandContext, slip: NewSlip, frame: SlipFrame, about: About) {
  const { db, now, actor, audit } = context
  if (actor.id === null) throw new Error('a slip is issued by somebody')
  const stored = insertSlip(db, slip, { at: now, byId: actor.id })
  audit({
    subject: 'slip',
    subjectId: stored.slip.id,
    changes: {
      Phiếu: [null, slipNames[slip.kind]],
      Số: [null, slipNumber(frame)],
      ...(about.of === 'file'
        ? { 'Hồ sơ': [null, about.file.dossierCode] as const }
        : { 'Lần bàn giao': [null, about.id] as const }),
      'Bộ mẫu': [null, frame.set.issuedWith],
      ...(slip.reprint === 0
        ? {}
        : { 'In lại lần': [null, slip.reprint] as const, 'Lý do': [null, slip.reason] as const }),
    },
  })
  return { slip: stored.slip, document: stored.document }
}
