import type { ChiTieuFacts } from './chi-tieu-facts.ts'
import { ratioChart } from './ratio-chart.ts'
import type { Picture } from './report.ts'

/** The ratio since 1 January at the end of each month, beside the year's target. */
export function monthsChart({ months, target, frame }: ChiTieuFacts): Picture[] {
  return ratioChart(
    'ratio-by-month',
    { target, unit: frame.unit },
    months.map(({ month, runningNumerator, runningDenominator }) => ({
      label: `${String(month).padStart(2, '0')}/${target.year}`,
      numerator: runningNumerator,
      denominator: runningDenominator,
    })),
  )
}
