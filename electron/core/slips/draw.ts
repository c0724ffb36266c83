import type { Day } from '../calendar/day.ts'
import type { QueryContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { settingInForce } from '../settings/store.ts'
import { apology } from './apology.ts'
import type { SlipDetails, SlipKind, SlipSubject } from './contract.ts'
import { control } from './control.ts'
import type { SlipDocument } from './document.ts'
import type { FileFacts } from './file-facts.ts'
import type { FormSet } from './form-sets.ts'
import type { SlipFrame } from './layout.ts'
import { postFacts } from './post-facts.ts'
import { type PostFacts, postList } from './post-list.ts'
import { fileFacts, slipOfficeOn } from './read-facts.ts'
import { receipt } from './receipt.ts'
import { refusal } from './refusal.ts'
import { stop } from './stop.ts'
import type { KeptDetails } from './store.ts'
import { supplement } from './supplement.ts'
import { textsOn } from './texts.ts'

/** What a slip is about, read as it is now. */
export type About =
  | { readonly of: 'file'; readonly id: number; readonly file: FileFacts }
  | { readonly of: 'batch'; readonly id: number; readonly post: PostFacts }

/** Reads what a slip of a kind is about; a hand-over list is about a batch, every other slip about a file. */
export function aboutOf({ db }: Pick<QueryContext, 'db'>, kind: SlipKind, subject: SlipSubject): About {
  if (kind === 'post-list') {
    if ('batchId' in subject)
      return { of: 'batch', id: subject.batchId, post: postFacts(db, subject.batchId) }
    throw new AppError('invalid', 'Biên bản bàn giao in theo lần giao cho bưu chính. Chọn lần giao rồi in.')
  }
  if ('applicationId' in subject)
    return { of: 'file', id: subject.applicationId, file: fileFacts(db, subject.applicationId) }
  throw new AppError('invalid', 'Phiếu này in cho từng hồ sơ. Chọn hồ sơ rồi in.')
}

/** The frame of a slip of a day; a preview has no number yet. */
export function frameOf(
  { db, actor, today }: QueryContext,
  own: {
    readonly kind: SlipKind
    readonly set: FormSet
    readonly day: Day
    readonly number: number | null
    readonly times?: number
  },
): SlipFrame {
  const { kind, set, day, number, times = 0 } = own
  return {
    ...{ kind, set, day, number },
    texts: textsOn(db, kind, day, set.name),
    office: slipOfficeOn(db, day),
    reprint: times === 0 ? null : { times, day: today },
    officer: actor.name,
    sample: settingInForce(db, 'sample', today).sample,
  }
}

export const noDetails: SlipDetails = { items: [], reason: '', newDueDay: null }

/** Draws a slip out of plain facts. */
export function draw(frame: SlipFrame, about: About, details: KeptDetails): SlipDocument {
  if (about.of === 'batch') return postList(frame, about.post)
  const { file } = about
  switch (frame.kind) {
    case 'receipt':
      return receipt(frame, file, details)
    case 'supplement':
      return supplement(frame, file, details)
    case 'refusal':
      return refusal(frame, file, details)
    case 'apology': {
      const { promisedDay = file.dueDay, newDueDay, reason } = details
      return apology(frame, file, { promised: promisedDay, newDay: newDueDay, reason })
    }
    case 'stop':
      return stop(frame, file, details)
    case 'control':
      return control(frame, file)
    case 'post-list':
      throw new Error('a hand-over list is drawn from a batch')
  }
}
