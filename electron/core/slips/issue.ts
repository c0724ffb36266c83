import { applicationById } from '../applications/read.ts'
import { appendStep } from '../applications/steps.ts'
import type { CommandContext } from '../context.ts'
import { type Slip, type SlipDetails, type SlipKind, type SlipSubject, slipNames } from './contract.ts'
import type { SlipDocument } from './document.ts'
import { type About, aboutOf, draw, frameOf } from './draw.ts'
import { formSetNamed } from './form-sets.ts'
import { type SlipFrame, slipNumber } from './layout.ts'
import { nextNumber } from './numbering.ts'
import { assertComplete, assertFits, assertMayApologise, newDayOf } from './rules.ts'
import { insertSlip, type KeptDetails, type NewSlip } from './store.ts'
import { formSetOn } from './texts.ts'

type Printed = { readonly slip: Slip; readonly document: SlipDocument }

/**
 * Gives a slip the next number of its kind and year and keeps it as printed. It refuses before it writes, so that a
 * batch may go on to the next file without a gap in the numbers.
 */
export function issueSlip(
  context: CommandContext,
  kind: SlipKind,
  subject: SlipSubject,
  details: SlipDetails,
): Printed {
  const { db, today } = context
  const about = aboutOf(context, kind, subject)
  const kept = prepare(context, kind, about, details)
  const set = formSetNamed(formSetOn(db, today))
  const year = Number(today.slice(0, 4))
  const number = nextNumber(db, kind, year)
  const frame = frameOf(context, { kind, set, day: today, number })
  const document = draw(frame, about, kept)
  if (kind === 'apology') reappoint(context, about, kept)
  const slip = { kind, year, number, reprint: 0, subject, formSet: set.name, details: kept, document }
  return keepSlip(context, { ...slip, reason: null }, frame, about)
}

/** Refuses what cannot be issued, and answers what is kept of what the officer has told. */
function prepare(
  { db, today }: CommandContext,
  kind: SlipKind,
  about: About,
  details: SlipDetails,
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

/** Keeps a print, whether it is the first or another, with its entry in the trail. */
export function keepSlip(context: CommandContext, slip: NewSlip, frame: SlipFrame, about: About): Printed {
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
