import type { Bar } from '../charts/model.ts'
import { difficultiesChart } from './difficulties-chart.ts'
import type { KetQuaFacts } from './ket-qua-facts.ts'
import { showInteger } from './number-text.ts'
import { ratioChart } from './ratio-chart.ts'
import type { Picture } from './report.ts'

/** The report in pictures: where the target stands, how far online files came, what stood in the way. */
export function ketQuaCharts(facts: KetQuaFacts): readonly Picture[] {
  return [...ratioByDay(facts), road(facts), ...difficultiesChart(groupsOf(facts))]
}

function groupsOf({ difficulties }: KetQuaFacts) {
  const affected = new Map<string, number>()
  for (const row of difficulties) affected.set(row.kind, (affected.get(row.kind) ?? 0) + row.affected)
  return [...affected].map(([name, count]) => ({ name, affected: count }))
}

const unitWord = ({ unit }: KetQuaFacts) => (unit === 'files' ? 'hồ sơ' : 'giấy phép lái xe')

/** The running ratio at the end of each day, up to the day looked at, beside the target. */
function ratioByDay(facts: KetQuaFacts): Picture[] {
  const { byDay, target, period } = facts
  const days = byDay.filter(({ day }) => day <= target.asOf)
  if (days.length < 2) return []
  const sameMonth = period.from.slice(0, 7) === period.to.slice(0, 7)
  return ratioChart(
    'ratio',
    facts,
    days.map(({ day, runningNumerator, runningDenominator, dayOff }) => ({
      label: sameMonth ? String(Number(day.slice(8))) : `${day.slice(8)}/${day.slice(5, 7)}`,
      numerator: runningNumerator,
      denominator: runningDenominator,
      off: dayOff !== null,
    })),
  )
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

const bar = (label: string, value: number): Bar => ({ label, value, text: showInteger(value) })
