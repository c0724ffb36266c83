import { asc, desc, eq, ne, sql } from 'drizzle-orm'
import type { ReadDb } from '../../../db/database.ts'
import { teams } from '../../../db/schema/office.ts'
import { changesIn } from '../audit/changes.ts'
import type { Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import { fold } from '../vietnamese.ts'
import type { Team, teamsContract } from './contract.ts'

const team = { id: teams.id, name: teams.name, active: teams.active, version: teams.version }

function byId(db: ReadDb, id: number): Team {
  const found = db.select(team).from(teams).where(eq(teams.id, id)).get()
  if (found === undefined) throw new AppError('not-found', 'Không tìm thấy tổ. Tải lại danh sách.')
  return found
}

const described = ({ name, active }: Team) => ({ 'Tên tổ': name, 'Đang hoạt động': active })

function assertNewName(db: ReadDb, name: string, except: number): void {
  const others = db.select(team).from(teams).where(ne(teams.id, except)).all()
  if (others.some(other => fold(other.name) === fold(name)))
    throw new AppError('conflict', 'Đã có tổ mang tên này. Đặt tên khác.', {
      fields: { name: 'Đã có tổ mang tên này. Đặt tên khác.' },
    })
}

export const teamsOperations: Operations<typeof teamsContract> = {
  list: ({ db }) =>
    db.select(team).from(teams).orderBy(desc(teams.active), asc(teams.position), asc(teams.id)).all(),

  create: ({ db, audit }, { name }) => {
    assertNewName(db, name, 0)
    const last = sql<number>`(SELECT coalesce(max(position), 0) + 1 FROM teams)`
    const created = db.insert(teams).values({ name, position: last }).returning(team).get()
    audit({ subject: 'team', subjectId: created.id, changes: changesIn(null, described(created)) })
    return created
  },

  update: ({ db, audit }, { id, version, name, active }) => {
    const before = byId(db, id)
    if (before.version !== version)
      throw new AppError('conflict', 'Tổ vừa được người khác sửa. Tải lại danh sách rồi sửa tiếp.', {
        standing: before,
      })
    assertNewName(db, name, id)
    const after = db
      .update(teams)
      .set({ name, active, version: version + 1 })
      .where(eq(teams.id, id))
      .returning(team)
      .get()
    audit({ subject: 'team', subjectId: id, changes: changesIn(described(before), described(after)) })
    return after
  },
}
