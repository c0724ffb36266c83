import { showInteger, showPercent } from './number-text.ts'
import { type Picture, ratioOf } from './report.ts'

/** Which groups touch most files, and what they make together; none where no file is touched. */
export function difficultiesChart(
  groups: readonly { readonly name: string; readonly affected: number }[],
): Picture[] {
  const ranked = groups
    .filter(({ affected }) => affected > 0)
    .toSorted((a, b) => b.affected - a.affected || (a.name < b.name ? -1 : 1))
  const [first] = ranked
  if (first === undefined) return []
  const all = ranked.reduce((sum, { affected }) => sum + affected, 0)
  return [
    {
      kind: 'picture',
      id: 'difficulties',
      answer: `Khó khăn, vướng mắc: nhóm “${first.name}” chiếm ${showPercent(ratioOf(first.affected, all))} số hồ sơ bị ảnh hưởng.`,
      chart: {
        type: 'pareto',
        bars: ranked.map(({ name, affected }) => ({
          label: name,
          value: affected,
          text: showInteger(affected),
        })),
      },
    },
  ]
}
