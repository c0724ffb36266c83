import type { Difficulty, NarrativeFacts } from './facts.ts'
import type { Part, Passage, SectionName } from './model.ts'
import { integer, listed, say } from './phrases.ts'
import { periodInText } from './results.ts'

/** Under which head of section II a group of difficulties falls (domain/difficulties.md §3). */
const themes: readonly { readonly id: string; readonly title: string; readonly letters: string }[] = [
  { id: 'institutions', title: 'Về thể chế, cơ chế phối hợp', letters: 'L' },
  { id: 'data', title: 'Về dữ liệu', letters: 'ABD' },
  { id: 'systems', title: 'Về hạ tầng, phần mềm, dịch vụ', letters: 'CEFGH' },
  { id: 'resources', title: 'Về nguồn lực', letters: 'K' },
  { id: 'citizens', title: 'Về phía người dân', letters: 'I' },
  { id: 'other', title: 'Khó khăn khác', letters: 'Z' },
]

/** Sections II to V: what stood in the way, why, what was done about it, what is asked of whom. */
export function difficultyPassages(facts: NarrativeFacts): readonly Passage[] {
  const { difficulties } = facts
  if (difficulties.length === 0) {
    const nothing = (section: SectionName, text: string): Passage => ({
      id: `${section}.none`,
      section,
      parts: [text],
    })
    return [
      nothing('difficulties', `Trong ${periodInText(facts.period)} chưa ghi nhận khó khăn, vướng mắc.`),
      nothing('causes', 'Không có.'),
      nothing('measures', 'Không có.'),
      nothing('proposals', 'Không có.'),
    ]
  }
  return [
    { id: 'difficulties.sum', section: 'difficulties', parts: summary(facts) },
    ...themes.flatMap(theme => themePassage(difficulties, theme)),
    ...gathered('causes', difficulties, ({ cause }) => cause, 'Chưa xác định nguyên nhân.'),
    ...gathered('measures', difficulties, ({ measures }) => measures, 'Chưa có giải pháp được ghi nhận.'),
    ...proposals(difficulties),
  ]
}

const sum = (rows: readonly Difficulty[]) => rows.reduce((total, { affected }) => total + affected, 0)

function summary(facts: NarrativeFacts): Part[] {
  const { difficulties, period } = facts
  const groups = Map.groupBy(difficulties, ({ category }) => category)
  const largest = [...groups]
    .map(([category, rows]) => ({ category, letter: rows[0]?.letter ?? '', affected: sum(rows) }))
    .sort((a, b) => b.affected - a.affected || (a.letter < b.letter ? -1 : 1))
    .slice(0, 3)
  const count = integer('difficulties.count', difficulties.length, 'khó khăn, vướng mắc ghi nhận trong kỳ')
  const affected = integer('difficulties.affected', sum(difficulties), 'hồ sơ bị ảnh hưởng')
  const named = largest.map(
    group =>
      say`${group.category} ${integer(`difficulties.group.${group.letter}`, group.affected, `hồ sơ bị ảnh hưởng, nhóm ${group.category}`)} hồ sơ`,
  )
  const heads = largest.length === 1 ? 'Thuộc nhóm' : 'Các nhóm ảnh hưởng nhiều nhất'
  return say`Trong ${periodInText(period)} ghi nhận ${count} khó khăn, vướng mắc, ảnh hưởng đến ${affected} hồ sơ. ${heads}: ${listed(named, '; ')}.`
}

function themePassage(difficulties: readonly Difficulty[], theme: (typeof themes)[number]): Passage[] {
  const rows = difficulties.filter(({ letter }) => theme.letters.includes(letter))
  if (rows.length === 0) return []
  const contents = rows.map((row, at) => {
    const affected = integer(`difficulties.${theme.id}.${at + 1}`, row.affected, 'hồ sơ bị ảnh hưởng')
    return say`${bare(row.content)} (${affected} hồ sơ)`
  })
  return [
    {
      id: `difficulties.${theme.id}`,
      section: 'difficulties',
      parts: say`${theme.title}: ${listed(contents, '; ')}.`,
    },
  ]
}

/** What the records say of themselves, each once, in the order of the files they touch. */
function gathered(
  section: 'causes' | 'measures',
  difficulties: readonly Difficulty[],
  of: (row: Difficulty) => string,
  otherwise: string,
): Passage[] {
  const said = [...new Set(difficulties.map(row => bare(of(row))).filter(text => text !== ''))]
  const text = said.length === 0 ? otherwise : `${said.join('; ')}.`
  return [{ id: `${section}.all`, section, parts: [text] }]
}

/** One paragraph for each body that is asked for something. */
function proposals(difficulties: readonly Difficulty[]): Passage[] {
  const asked = difficulties.filter(({ proposal }) => proposal.trim() !== '')
  if (asked.length === 0) {
    return [{ id: 'proposals.none', section: 'proposals', parts: ['Không có đề xuất, kiến nghị.'] }]
  }
  return [...Map.groupBy(asked, ({ receiver }) => receiver.trim())].map(([receiver, rows]) => {
    const wishes = [...new Set(rows.map(({ proposal }) => bare(proposal)))].join('; ')
    const whom = receiver === '' ? 'Với cơ quan có thẩm quyền' : `Với ${receiver}`
    return { id: `proposals.${receiver}`, section: 'proposals', parts: [`${whom}: ${wishes}.`] }
  })
}

const bare = (text: string) => text.trim().replace(/[\s.;]+$/, '')
