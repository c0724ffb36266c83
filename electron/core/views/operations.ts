import type { WriteDb } from '../../../db/database.ts'
import { countOf } from '../applications/list.ts'
import { changesIn } from '../audit/changes.ts'
import type { Actor, Operations, QueryContext } from '../context.ts'
import { AppError, type Json } from '../errors.ts'
import { fold } from '../vietnamese.ts'
import {
  queueLabels,
  queueNames,
  type SavedView,
  type ViewFilter,
  viewFilter,
  type viewsContract,
} from './contract.ts'
import { queueFilter } from './queues.ts'
import { type StoredView, viewById, viewsOf } from './store.ts'

/** Each view is counted whenever the register is looked at. */
const mostViews = 30
/** Widths and a few words: more than this is not a preference. */
const largestPreference = 20_000

export const viewsOperations: Operations<typeof viewsContract> = {
  all: context => {
    const me = idOf(context.actor)
    return {
      queues: queueNames.map(name => {
        const filter = queueFilter(name, me)
        return { name, label: queueLabels[name], filter, count: counted(context, filter) }
      }),
      saved: viewsOf(context.db, me).map(view => withCount(context, view)),
    }
  },

  save: (context, { id, version, name, filter, shared }) => {
    const { db, actor } = context
    const me = idOf(actor)
    const before = id === 0 ? null : viewById(db, id, me)
    if (before !== null && !before.own) throw notMine()
    if (before !== null) assertUnchanged(before, version)
    if (shared && actor.role !== 'admin')
      throw new AppError(
        'not-allowed',
        'Chỉ quản trị viên chia sẻ được danh sách lọc cho mọi người. Lưu riêng hoặc đề nghị quản trị viên chia sẻ.',
      )
    assertNewName(db, me, name, before)
    const values = { name, filter: JSON.stringify(filter), shared: shared ? 1 : 0 }
    const kept = before === null ? insert(db, me, values) : before.id
    if (before !== null)
      db.run(
        'UPDATE saved_views SET name = :name, filter = :filter, shared = :shared, version = version + 1 WHERE id = :id',
        { ...values, id: before.id },
      )
    const after = viewById(db, kept, me)
    context.audit({
      subject: 'view',
      subjectId: kept,
      changes: changesIn(before === null ? null : described(before), described(after)),
    })
    return withCount(context, after)
  },

  remove: ({ db, actor, audit }, { id, version }) => {
    const before = viewById(db, id, idOf(actor))
    if (!before.own && actor.role !== 'admin') throw notMine()
    assertUnchanged(before, version)
    db.run('DELETE FROM saved_views WHERE id = :id', { id })
    audit({ subject: 'view', subjectId: id, changes: { 'Tên danh sách lọc': [before.name, null] } })
    return { id }
  },

  preferences: ({ db, actor }) =>
    Object.fromEntries(
      db
        .rows<{ key: string; value: string }>('SELECT key, value FROM preferences WHERE user_id = :me', {
          me: idOf(actor),
        })
        .map(({ key, value }): [string, Json] => [key, JSON.parse(value)]),
    ),

  prefer: ({ db, actor }, { key, value }) => {
    const text = JSON.stringify(value)
    if (text.length > largestPreference)
      throw new AppError('invalid', 'Tùy chọn hiển thị quá dài nên không giữ được. Chọn ít mục hơn.')
    db.run(
      `INSERT INTO preferences (user_id, key, value) VALUES (:me, :key, :text)
       ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value`,
      { me: idOf(actor), key, text },
    )
    return { kept: true }
  },
}

const counted = (context: Pick<QueryContext, 'db' | 'today'>, filter: ViewFilter) =>
  countOf(context, viewFilter.parse(filter))

const withCount = (context: Pick<QueryContext, 'db' | 'today'>, view: StoredView): SavedView => ({
  ...view,
  count: counted(context, view.filter),
})

function insert(db: WriteDb, me: number, values: { name: string; filter: string; shared: number }): number {
  const { n } = db.row<{ n: number }>('SELECT count(*) AS n FROM saved_views WHERE owner_id = :me', {
    me,
  }) ?? {
    n: 0,
  }
  if (n >= mostViews)
    throw new AppError(
      'invalid',
      `Đã lưu ${mostViews} danh sách lọc. Xóa bớt danh sách không dùng rồi lưu lại.`,
    )
  return db.run(
    'INSERT INTO saved_views (owner_id, name, filter, shared) VALUES (:me, :name, :filter, :shared)',
    { ...values, me },
  ).lastInsertRowid
}

function assertNewName(db: WriteDb, me: number, name: string, before: StoredView | null): void {
  const twin = viewsOf(db, me).some(
    view => view.own && view.id !== before?.id && fold(view.name) === fold(name),
  )
  if (twin)
    throw new AppError('conflict', 'Đã có danh sách lọc mang tên này. Đặt tên khác.', {
      fields: { name: 'Đã có danh sách lọc mang tên này. Đặt tên khác.' },
    })
}

function assertUnchanged(standing: StoredView, version: number): void {
  if (standing.version !== version)
    throw new AppError('conflict', 'Danh sách lọc vừa được sửa ở nơi khác. Tải lại trang rồi sửa tiếp.', {
      standing,
    })
}

const notMine = () =>
  new AppError(
    'not-allowed',
    'Danh sách lọc này do người khác chia sẻ, chỉ dùng để xem. Lưu một danh sách riêng.',
  )

const described = ({ name, filter, shared }: StoredView) => ({
  'Tên danh sách lọc': name,
  'Điều kiện lọc': JSON.stringify(filter),
  'Chia sẻ': shared,
})

function idOf({ id }: Actor): number {
  if (id === null) throw new AppError('not-allowed', 'Phiên làm việc đã hết. Đăng nhập lại để tiếp tục.')
  return id
}
