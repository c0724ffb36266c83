import { type Day, dayOf, showDay } from '../calendar/day.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { sinceAlways } from '../settings/model.ts'
import { worded } from '../words.ts'
import { slipNames, type Wording } from './contract.ts'
import type { SlipDocument } from './document.ts'
import { draw, frameOf, noDetails } from './draw.ts'
import { formSetNamed } from './form-sets.ts'
import { sentencesOf, type Texts, textsRule, type WordedKind } from './model.ts'
import { sampleFile, samplePost } from './sample-facts.ts'
import { formSetOn, wordingOn } from './texts.ts'

type Asked = { readonly kind: WordedKind; readonly on?: Day | undefined }

export function wording({ db, today }: QueryContext, { kind, on = today }: Asked): Wording {
  const days = db
    .rows<{ day: Day }>('SELECT from_day AS day FROM slip_wordings WHERE kind = :kind ORDER BY day', { kind })
    .map(({ day }) => day)
  return {
    ...wordingOn(db, kind, on, formSetOn(db, on)),
    days: days[0] === sinceAlways ? days : [sinceAlways, ...days],
  }
}

type Given = {
  readonly kind: WordedKind
  readonly fromDay: Day
  readonly version: number
  readonly texts: Texts
}

export function setWording({ db, audit }: CommandContext, { kind, fromDay, version, texts: given }: Given) {
  const texts = checked(kind, given)
  const standing = db.row<{ version: number }>(
    'SELECT version FROM slip_wordings WHERE kind = :kind AND from_day = :fromDay',
    { kind, fromDay },
  )
  if ((standing?.version ?? 0) !== version) {
    throw new AppError(
      'conflict',
      version > 0 || fromDay === sinceAlways
        ? `Câu chữ của “${slipNames[kind]}” vừa được người khác sửa. Tải lại trang để xem rồi sửa tiếp.`
        : `Đã có câu chữ của “${slipNames[kind]}” áp dụng từ ${showDay(fromDay)}. Chọn câu chữ đó ở ô “Đang xem nội dung” rồi sửa.`,
    )
  }
  const before = wordingOn(db, kind, fromDay, formSetOn(db, fromDay)).texts
  db.run(
    `INSERT INTO slip_wordings (kind, from_day, texts) VALUES (:kind, :fromDay, :texts)
     ON CONFLICT (kind, from_day) DO UPDATE SET texts = excluded.texts, version = version + 1`,
    { kind, fromDay, texts: JSON.stringify(texts) },
  )
  const changed = Object.entries(sentencesOf(kind)).filter(([name]) => before[name] !== texts[name])
  audit({
    subject: 'slip-wording',
    subjectId: kind,
    changes: {
      Phiếu: [null, slipNames[kind]],
      ...(fromDay === sinceAlways ? {} : { 'Áp dụng từ': [null, showDay(fromDay)] }),
      ...Object.fromEntries(
        changed.map(([name, { label }]) => [label, [before[name] ?? null, texts[name] ?? null]] as const),
      ),
    },
  })
  return { version: version + 1 }
}

/** How a slip worded so would look, of an invented file. */
export function previewWording(context: QueryContext, given: Pick<Given, 'kind' | 'texts'>): SlipDocument {
  const { kind } = given
  const { db, today } = context
  const inForce = formSetNamed(formSetOn(db, today))
  // a form that the set in force does not have is shown as in the set that has it
  const set = inForce.forms[kind] === null ? formSetNamed('2025') : inForce
  const frame = {
    ...frameOf(context, { kind, set, day: today, number: null }),
    texts: checked(kind, given.texts),
  }
  const about = kind === 'post-list' ? samplePost(dayOf(context.now)) : sampleFile(today)
  return draw({ ...frame, sample: false }, about, noDetails)
}

function checked(kind: WordedKind, texts: Texts): Texts {
  const parsed = textsRule(kind).safeParse(texts, worded)
  if (parsed.success) return parsed.data
  const fields: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) fields[['texts', ...path].join('.')] ??= message
  throw new AppError('invalid', parsed.error.issues[0]?.message ?? 'Câu chữ không hợp lệ. Nhập lại.', {
    fields,
  })
}
