import type { ReadDb } from '../../../db/database.ts'
import type { Operations, QueryContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { assertEditable } from '../filings/editable.ts'
import { filingsOf, periodOfFiling } from '../filings/store.ts'
import { type Period, periodTitle } from '../periods/period.ts'
import { type AskedPeriod, reportRules } from '../periods/store.ts'
import { reportPeriod } from '../reports/build.ts'
import { bind } from './bind.ts'
import type { NarrativePassage, narrativeContract } from './contract.ts'
import { type Edit, editsOf, type Standing, standingPassages } from './edits.ts'
import { narrativeFacts } from './facts.ts'
import { type Passage, shapeOf, textOf } from './model.ts'
import { writePassages } from './passages.ts'

export const narrativeOperations: Operations<typeof narrativeContract> = {
  get: (context, asked) => {
    const { passages, edits } = opened(context, asked)
    return standingPassages(passages, edits).map(answer)
  },

  save: (context, { text, version, passage: id, ...asked }) => {
    const { period, passages, edits } = opened(context, asked)
    assertEditable(context.db, asked.report, period)
    const before = edits.get(id)
    assertSeen(before, version)
    const written = passages.find(passage => passage.id === id)
    if (written === undefined && before === undefined) {
      throw new AppError('not-found', 'Báo cáo không còn đoạn này. Mở lại báo cáo rồi sửa.')
    }
    const section = written?.section ?? before?.section
    const home: Passage = written ?? { id, section: section ?? 'results', parts: [] }
    const { db, actor, now, audit } = context
    const values = {
      ...place(asked.report, period, id),
      section: home.section,
      parts: JSON.stringify(bind(text, home, passages)),
      shape: shapeOf(home.parts),
      by: actor.id,
      now,
    }
    db.run(
      `INSERT INTO narrative_edits (report, period_kind, period_id, passage, section, parts, shape, by_id, at)
       VALUES (:report, :kind, :period, :id, :section, :parts, :shape, :by, :now)
       ON CONFLICT (report, period_kind, period_id, passage) DO UPDATE
       SET parts = excluded.parts, shape = excluded.shape, by_id = excluded.by_id, at = excluded.at, version = version + 1`,
      values,
    )
    const was = before === undefined ? textOf(home.parts) : textOf(before.parts)
    audit({
      subject: 'narrative',
      subjectId: `${asked.report}/${period.id}`,
      changes: { [`${periodTitle(period)}, đoạn ${id}`]: [was, text] },
    })
    return answer(oneOf(db, asked.report, period, passages, id))
  },

  restore: (context, { version, passage: id, ...asked }) => {
    const { period, edits } = opened(context, asked)
    assertEditable(context.db, asked.report, period)
    const before = edits.get(id)
    assertSeen(before, version)
    if (before === undefined) {
      throw new AppError('not-found', 'Đoạn này đang là lời văn của ứng dụng, không có gì để khôi phục.')
    }
    const { db, audit } = context
    db.run(
      `DELETE FROM narrative_edits
       WHERE report = :report AND period_kind = :kind AND period_id = :period AND passage = :id`,
      place(asked.report, period, id),
    )
    audit({
      subject: 'narrative',
      subjectId: `${asked.report}/${period.id}`,
      changes: { [`${periodTitle(period)}, đoạn ${id}`]: [textOf(before.parts), null] },
    })
    return { restored: true }
  },
}

type Asked = { readonly report: string; readonly period: AskedPeriod }

const place = (report: string, { kind, id: period }: Period, id: string) => ({ report, kind, period, id })

/** What the rules write for the period, and what was rewritten. */
function opened(context: QueryContext, asked: Asked) {
  if (asked.report !== 'tong-hop') {
    throw new AppError('invalid', 'Báo cáo này không có phần lời văn. Chọn báo cáo tổng hợp.')
  }
  const { db } = context
  const named = reportPeriod(db, asked.report, asked.period)
  const filing = filingsOf(db, asked.report, named).at(-1)
  // a filing keeps the days it was opened for
  const period = filing === undefined ? named : periodOfFiling(filing)
  const passages = writePassages(narrativeFacts(context, period, reportRules(db, asked.report)))
  return { period, passages, edits: editsOf(context.db, asked.report, period) }
}

function assertSeen(edit: Edit | undefined, version: number): void {
  if ((edit?.version ?? 0) === version) return
  throw new AppError(
    'conflict',
    edit === undefined
      ? 'Đoạn này vừa được đưa về lời của ứng dụng. Nội dung đang nhập vẫn còn: lưu lại nếu vẫn dùng.'
      : `Đoạn này vừa được ${edit.by} sửa. Nội dung đang nhập vẫn còn: xem bản của người kia, sửa cho khớp rồi lưu lại.`,
    { text: edit === undefined ? null : textOf(edit.parts), version: edit?.version ?? 0 },
  )
}

function oneOf(
  db: ReadDb,
  report: string,
  period: Period,
  passages: readonly Passage[],
  id: string,
): Standing {
  const found = standingPassages(passages, editsOf(db, report, period)).find(each => each.id === id)
  if (found === undefined) throw new Error(`the passage ${id} was saved and is not there`)
  return found
}

function answer({ id, section, written, parts, edit, doubts, reworded }: Standing): NarrativePassage {
  let at = 0
  const numbers = parts.flatMap(part => {
    const here = at
    at += typeof part === 'string' ? part.length : part.text.length
    return typeof part === 'string' ? [] : [{ at: here, ...part }]
  })
  return {
    id,
    section,
    written: written === null ? '' : textOf(written.parts),
    text: textOf(parts),
    numbers,
    edit: edit === null ? null : { by: edit.by, at: edit.at, version: edit.version },
    doubts,
    reworded,
  }
}
