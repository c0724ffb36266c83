import type { Database } from '../../../db/database.ts'
import { ftsQuery } from '../../core/applications/search.ts'
import type { Desk } from '../desk.ts'
import { foundCount, plainSearches } from './plain-lists.ts'
import { type Case, timed } from './timing.ts'

/** Texts as people type them: each round asks for one letter more, and begins again at the end. */
export async function searchCases(desk: Desk, database: Database): Promise<readonly Case[]> {
  const known = database.read(db =>
    db.row<{ code: string; phone: string }>(
      `SELECT dossier_code AS code, phone FROM applications WHERE phone IS NOT NULL
       ORDER BY id LIMIT 1 OFFSET (SELECT count(*) / 3 FROM applications)`,
    ),
  )
  if (known === undefined) throw new Error('the register is empty')
  const { code, phone } = known
  const texts = [
    ['tên ít người có', 'danh bich yen'],
    ['họ nhiều người có', 'Nguyễn'],
    ['không có ai', 'xyzt quwj'],
    ['mã hồ sơ', code.slice(code.indexOf('-') + 1)],
    ['một phần số điện thoại', phone.slice(0, 8)],
  ] as const
  const cases: Case[] = []
  for (const [name, text] of texts) cases.push(await typing(desk, database, name, text))
  return cases
}

async function typing(desk: Desk, database: Database, name: string, whole: string): Promise<Case> {
  const typed = Array.from({ length: whole.length }, (_, at) => whole.slice(0, at + 1)).filter(
    text => text.trim() === text,
  )
  const bares: ((typeof typed)[number] | undefined)[] = typed
  const ways = new Map<string, string>()
  for (const text of bares) {
    const match = ftsQuery(text ?? '') ?? ''
    if (!ways.has(match)) ways.set(match, await quicker(database, match))
  }
  const at = (round: number) => typed[round % typed.length] ?? whole
  return {
    what: `tìm khi gõ: ${name}`,
    work: round => desk.call('applications.list', { text: at(round) }),
    raw: 'hai câu lệnh',
    bare: round => {
      const match = ftsQuery(at(round)) ?? ''
      const sql = ways.get(match) ?? plainSearches[0]
      database.read(db => [db.rows(sql, { match }), db.rows(foundCount, { match })])
    },
  }
}

/** The floor is the quicker of the two plain ways, known by trying both. */
async function quicker(database: Database, match: string): Promise<string> {
  const [hits, walk] = plainSearches
  const time = (sql: string) => timed(() => database.read(db => db.rows(sql, { match })))
  const [first, second] = [await time(hits), await time(walk)]
  return first <= second ? hits : walk
}
