import letters from '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf?inline'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import machine from '@resvg/resvg-wasm/index_bg.wasm?inline'
import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type Chart, chartSize } from './model.ts'
import { chartOption } from './option.ts'

use([BarChart, LineChart, GridComponent, MarkAreaComponent, MarkLineComponent, SVGRenderer])

/** Pixels for each point: sharp on paper. */
const sharpness = 2

/** The chart as SVG text, as the screen draws it. */
export function chartSvg(chart: Chart): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, ...chartSize(chart) })
  try {
    drawing.setOption(chartOption(chart))
    return drawing.renderToSVGString()
  } finally {
    drawing.dispose()
  }
}

let ready: Promise<void> | undefined

/**
 * The chart as a PNG picture for a workbook, the same bytes for the same chart. The font comes with the program:
 * the letters must not depend on the computer. Slow the first time (its machine is loaded): for jobs.
 */
export async function chartPng(chart: Chart): Promise<Uint8Array> {
  ready ??= initWasm(bytesOf(machine))
  await ready
  const picture = new Resvg(chartSvg(chart), {
    background: '#ffffff',
    fitTo: { mode: 'width', value: chartSize(chart).width * sharpness },
    font: { fontBuffers: [bytesOf(letters)], defaultFontFamily: 'Tinos' },
  })
  return picture.render().asPng()
}

/** The bytes behind a `data:` address. */
const bytesOf = (address: string) => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
