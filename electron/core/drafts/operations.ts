import type { Operations } from '../context.ts'
import { AppError, type Json } from '../errors.ts'
import { type draftsContract, largestDraft } from './contract.ts'

type Row = { readonly value: string; readonly savedAt: string }

export const draftsOperations: Operations<typeof draftsContract> = {
  get: ({ db, actor }, { form }) => {
    const row = db.row<Row>(
      'SELECT value, saved_at AS savedAt FROM drafts WHERE user_id = :userId AND form = :form',
      { userId: actor.id, form },
    )
    return row === undefined ? null : { form, value: read(row.value), savedAt: row.savedAt }
  },

  begun: ({ db, actor }) =>
    db
      .rows<Row & { readonly form: string }>(
        `SELECT form, value, saved_at AS savedAt FROM drafts
         WHERE user_id = :userId AND form GLOB 'new-application*' ORDER BY saved_at DESC, form DESC`,
        { userId: actor.id },
      )
      .map(({ form, value, savedAt }) => ({ form, value: read(value), savedAt })),

  keep: ({ db, actor, now }, { form, value }) => {
    const text = JSON.stringify(value)
    if (new TextEncoder().encode(text).length > largestDraft) {
      throw new AppError(
        'invalid',
        'Bản nháp quá dài nên không giữ được. Rút ngắn nội dung hoặc lưu hồ sơ ngay.',
      )
    }
    db.run(
      `INSERT INTO drafts (user_id, form, value, saved_at) VALUES (:userId, :form, :text, :now)
       ON CONFLICT (user_id, form) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at`,
      { userId: actor.id, form, text, now },
    )
    return { savedAt: now }
  },

  discard: ({ db, actor }, { form }) => {
    db.run('DELETE FROM drafts WHERE user_id = :userId AND form = :form', { userId: actor.id, form })
    return { discarded: true }
  },
}

const read = (text: string): Json => JSON.parse(text)
