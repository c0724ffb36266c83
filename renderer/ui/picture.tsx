import { useCallback } from 'react'
import type { Chart as Drawn } from '../../electron/core/charts/model.ts'
import { chartOption } from '../../electron/core/charts/option.ts'
import { Chart } from './chart.tsx'

/** A chart of a report, drawn from the same data as the picture in its workbook. */
export function Picture({
  chart,
  label,
  height,
}: {
  readonly chart: Drawn
  readonly label: string
  readonly height: number
}) {
  const option = useCallback(() => chartOption(chart), [chart])
  return <Chart option={option} label={label} height={height} />
}
