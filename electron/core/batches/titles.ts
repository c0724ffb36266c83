import type { ReadDb } from '../../../db/database.ts'
import { moveOf } from '../applications/statuses.ts'
import { showDay } from '../calendar/day.ts'
import { slipNames } from '../slips/contract.ts'
import type { BatchAction } from './contract.ts'

/** What was done, in one line. */
export function titleOf(db: ReadDb, action: BatchAction): string {
  switch (action.kind) {
    case 'assign':
      return `Phân công: ${[teamOf(db, action.teamId), officerOf(db, action.officerId)]
        .filter(text => text !== null)
        .join(', ')}`
    case 'move':
      return `${moveOf[action.move].label}, ngày ${showDay(action.day)}`
    case 'hand-to-post':
      return `Giao bưu chính, ngày ${showDay(action.day)}${action.office === '' ? '' : ` (${action.office})`}`
    case 'print':
      return `In ${slipNames[action.slip].toLocaleLowerCase('vi')}`
  }
}

function teamOf(db: ReadDb, id: number | null | undefined): string | null {
  if (id === undefined) return null
  if (id === null) return 'không thuộc tổ nào'
  return db.row<{ name: string }>('SELECT name FROM teams WHERE id = :id', { id })?.name ?? null
}

function officerOf(db: ReadDb, id: number | null | undefined): string | null {
  if (id === undefined) return null
  if (id === null) return 'chưa giao cán bộ'
  return (
    db.row<{ name: string }>('SELECT display_name AS name FROM users WHERE id = :id', { id })?.name ?? null
  )
}
