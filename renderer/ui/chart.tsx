import { BarChart, LineChart } from 'echarts/charts'
import {
  AriaComponent,
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
} from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([
  AriaComponent,
  BarChart,
  GridComponent,
  LineChart,
  MarkAreaComponent,
  MarkLineComponent,
  SVGRenderer,
  TooltipComponent,
])

/** The colours of the tokens, read once a chart is drawn, so that a dark theme reaches charts too. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--g-${name}`).trim()
}

type ChartProps = {
  /** Made when drawn, because colours are read from the page. */
  readonly option: () => EChartsCoreOption
  /** The answer as a sentence: what a screen reader gets, beside the table. */
  readonly label: string
  readonly height: number
}

/** A drawing by ECharts as SVG: sharp in print, no canvas, no style element. */
export function Chart({ option, label, height }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const chart = init(element, null, { renderer: 'svg' })
    chart.setOption({ animation: false, ...option() })
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(element)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [option])
  return <div ref={place} role="img" aria-label={label} style={{ height }} className="g-chart" />
}
