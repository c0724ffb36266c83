import type { Difficulty } from './kho-khan-facts.ts'

/** The difficulties of one group, in the order of the whole list. */
export type Group = {
  readonly name: string
  readonly difficulties: readonly Difficulty[]
  readonly affected: number
}

/** Groups in Pareto order: most files first, then by name. */
export function paretoGroups(
  difficulties: readonly Difficulty[],
  nameOf: (difficulty: Difficulty) => readonly string[],
): readonly Group[] {
  const groups = new Map<string, Difficulty[]>()
  for (const difficulty of difficulties)
    for (const name of nameOf(difficulty)) groups.set(name, [...(groups.get(name) ?? []), difficulty])
  return [...groups]
    .map(([name, found]) => ({
      name,
      difficulties: found,
      affected: found.reduce((sum, { affected }) => sum + affected, 0),
    }))
    .sort((a, b) => b.affected - a.affected || (a.name < b.name ? -1 : 1))
}

/** "Sở Y tế; Bộ Y tế" names two receivers. */
export const receiversOf = ({ receiver }: Difficulty): readonly string[] =>
  receiver
    .split(';')
    .map(name => name.trim())
    .filter(name => name !== '')
