import { showDay } from '../calendar/day.ts'
import type { Bar } from '../charts/model.ts'
import type { KetQuaFacts } from './ket-qua-facts.ts'
import { showInteger, showPercent } from './number-text.ts'
import { type Picture, ratioOf, type Sheet, type SheetTitle } from './report.ts'

const width = 11.9
const columns = 10

/** The report in pictures: where the target stands, how far online files came, what stood in the way. */
export function chartsSheet(facts: KetQuaFacts, title: SheetTitle): Sheet {
  const pictures = [...ratioByDay(facts), road(facts), ...groupsOfDifficulties(facts)]
  return {
    name: 'Biểu đồ',
    title,
    grid: Array.from({ length: columns }, () => width),
    blocks: pictures,
  }
}

const unitWord = ({ unit }: KetQuaFacts) => (unit === 'files' ? 'hồ sơ' : 'giấy phép lái xe')

/** Per cent with one decimal, for the height of a bar. */
const height = (numerator: number, denominator: number): number =>
  denominator === 0 ? 0 : Math.round((numerator * 1000) / denominator) / 10

/** The running ratio at the end of each day, up to the day looked at, beside the target. */
function ratioByDay(facts: KetQuaFacts): Picture[] {
  const { byDay, target, period } = facts
  const days = byDay.filter(({ day }) => day <= target.asOf)
  if (days.length < 2 || target.denominator === 0) return []
  const goal = target.targetBp === null ? null : { numerator: target.targetBp, denominator: 10_000 }
  const ratio = showPercent(ratioOf(target.numerator, target.denominator))
  const against = goal === null ? '' : ` so với chỉ tiêu ${showPercent(goal)}`
  const missing =
    target.missing === null || target.missing === 0
      ? ''
      : `; còn thiếu ${showInteger(target.missing)} ${unitWord(facts)} trực tuyến`
  const sameMonth = period.from.slice(0, 7) === period.to.slice(0, 7)
  return [
    {
      kind: 'picture',
      id: 'ratio',
      answer: `Tỷ lệ trực tuyến lũy kế đến hết ngày ${showDay(target.asOf)} đạt ${ratio}${against}${missing}.`,
      chart: {
        type: 'bars',
        unit: ' %',
        bars: days.map(({ day, runningNumerator, runningDenominator, dayOff }) => ({
          label: sameMonth ? String(Number(day.slice(8))) : `${day.slice(8)}/${day.slice(5, 7)}`,
          value: height(runningNumerator, runningDenominator),
          text: showPercent(ratioOf(runningNumerator, runningDenominator)),
          off: dayOff !== null,
        })),
        ...(goal === null
          ? {}
          : { line: { value: goal.numerator / 100, text: `Chỉ tiêu ${showPercent(goal)}` } }),
      },
    },
  ]
}

/** What happened to online files in the period, step by step; each step counts the files that reached it in it. */
function road(facts: KetQuaFacts): Picture {
  const { registered, received, finished, returned } = facts.measures
  const steps: readonly Bar[] = [
    bar('Đăng ký trực tuyến', registered.online),
    bar('Được tiếp nhận', received.online),
    bar('Có kết quả', finished.online),
    bar('Đã trả kết quả', returned.online),
  ]
  const word = unitWord(facts)
  return {
    kind: 'picture',
    id: 'road',
    answer:
      `Trực tuyến trong kỳ: ${showInteger(registered.online)} ${word} đăng ký, ${showInteger(received.online)} được ` +
      `tiếp nhận, ${showInteger(finished.online)} có kết quả, ${showInteger(returned.online)} đã trả kết quả.`,
    chart: { type: 'funnel', bars: steps },
  }
}

/** Which groups touch most files, and what they make together. */
function groupsOfDifficulties({ difficulties }: KetQuaFacts): Picture[] {
  const affected = new Map<string, number>()
  for (const row of difficulties) affected.set(row.kind, (affected.get(row.kind) ?? 0) + row.affected)
  const groups = [...affected].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const [first] = groups
  const all = groups.reduce((sum, [, count]) => sum + count, 0)
  if (first === undefined || all === 0) return []
  return [
    {
      kind: 'picture',
      id: 'difficulties',
      answer: `Khó khăn, vướng mắc: nhóm “${first[0]}” chiếm ${showPercent(ratioOf(first[1], all))} số hồ sơ bị ảnh hưởng.`,
      chart: { type: 'pareto', bars: groups.map(([name, count]) => bar(name, count)) },
    },
  ]
}

const bar = (label: string, value: number): Bar => ({ label, value, text: showInteger(value) })
