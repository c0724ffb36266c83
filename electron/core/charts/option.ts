import type { Bar, Chart } from './model.ts'

/** Black and white printers tell these apart. */
const ink = '#1f4e9c'
const pale = '#a9bcd9'
const grey = '#595959'
const rule = '#bfbfbf'
const shade = '#ededed'
const lineInk = '#b3261e'
const font = "'Times New Roman', Tinos, 'Liberation Serif', serif"

const words = { fontFamily: font, fontSize: 12, color: '#1a1a1a' }

/** More bars than this leave no room for words above each. */
const mostLabelled = 16

/** What ECharts draws of a chart: data alone, no function, so that every face draws the same. */
export function chartOption(chart: Chart): Record<string, unknown> {
  return {
    animation: false,
    textStyle: words,
    ...(chart.type === 'funnel' ? funnel(chart.bars) : upright(chart)),
  }
}

const category = (bars: readonly Bar[], wrap: number) => ({
  type: 'category',
  data: bars.map(({ label }) => label),
  axisTick: { show: false },
  axisLine: { lineStyle: { color: grey } },
  axisLabel: {
    ...words,
    // of days every other number is enough, but a group without its name says nothing
    hideOverlap: bars.length > mostLabelled,
    interval: bars.length > mostLabelled ? 'auto' : 0,
    width: wrap,
    overflow: 'break',
  },
})

/** Where each bar bears its number, the axis needs none. */
const amount = (max: number, labelled: boolean, unit: string) => ({
  type: 'value',
  min: 0,
  max,
  minInterval: 1,
  splitNumber: 4,
  splitLine: { show: !labelled, lineStyle: { color: rule } },
  axisLabel: { ...words, show: !labelled, formatter: `{value}${unit}`, showMaxLabel: false },
})

function upright(chart: Exclude<Chart, { type: 'funnel' }>) {
  const { bars } = chart
  const labelled = bars.length <= mostLabelled
  const pareto = chart.type === 'pareto'
  const highest = highestOf(chart)
  // the line of shares touches the first bar where both axes end at the whole
  const whole = Math.max(1, sumOf(bars))
  const unit = chart.type === 'bars' ? (chart.unit ?? '') : ''
  return {
    grid: {
      left: labelled ? 10 : 40,
      right: pareto ? 50 : lineOf(chart) === undefined ? 10 : 100,
      top: 28,
      bottom: labelled ? 44 : 26,
    },
    xAxis: category(bars, 600 / Math.max(1, bars.length) - 6),
    yAxis: pareto ? [amount(whole, labelled, unit), shares] : amount(highest * 1.15, labelled, unit),
    series: [barsOf(chart), ...(pareto ? [together(bars)] : [])],
  }
}

const sumOf = (bars: readonly Bar[]) => bars.reduce((sum, { value }) => sum + value, 0)

const highestOf = (chart: Chart) =>
  Math.max(1, ...chart.bars.map(({ value }) => value), lineOf(chart)?.value ?? 0)

/** The share of the whole height that the words above a bar take. */
const wordsHeight = 0.3

/** The words above this bar would stand on the line to be reached: they have to stand in the bar. */
const isCrossed = (value: number, line: number | undefined, highest: number): boolean =>
  line !== undefined && value <= line && line < value + wordsHeight * highest && value > wordsHeight * highest

const lineOf = (chart: Chart) => (chart.type === 'bars' ? chart.line : undefined)

function barsOf(chart: Exclude<Chart, { type: 'funnel' }>) {
  const { bars } = chart
  const line = lineOf(chart)
  const labelled = bars.length <= mostLabelled
  return {
    type: 'bar',
    barMaxWidth: 46,
    barCategoryGap: '30%',
    data: bars.map(({ value, text }) => ({
      value,
      label: {
        show: labelled && value > 0,
        formatter: text,
        ...words,
        ...(isCrossed(value, line?.value, highestOf(chart))
          ? { position: 'insideTop', color: '#ffffff' }
          : { position: 'top' }),
      },
    })),
    itemStyle: { color: ink },
    markArea: {
      silent: true,
      itemStyle: { color: shade },
      data: bars.filter(({ off }) => off === true).map(({ label }) => [{ xAxis: label }, { xAxis: label }]),
    },
    ...(line === undefined
      ? {}
      : {
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: lineInk, type: 'dashed', width: 1.5 },
            label: { ...words, color: lineInk, formatter: line.text, position: 'end' },
            data: [{ yAxis: line.value }],
          },
        }),
  }
}

const shares = {
  type: 'value',
  min: 0,
  max: 100,
  interval: 25,
  splitLine: { lineStyle: { color: rule } },
  axisLabel: { ...words, formatter: '{value} %' },
}

/** The share of the first, of the first two … in hundredths, one rounding each. */
function together(bars: readonly Bar[]) {
  const all = sumOf(bars)
  let sum = 0
  return {
    type: 'line',
    yAxisIndex: 1,
    symbolSize: 6,
    lineStyle: { color: lineInk, width: 1.5 },
    itemStyle: { color: lineInk },
    data: bars.map(({ value }) => {
      sum += value
      return all === 0 ? 0 : Math.round((sum * 1000) / all) / 10
    }),
  }
}

/** Lying bars from the first step down: the words stand before each, its number behind it. */
function funnel(bars: readonly Bar[]) {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return {
    grid: { left: 190, right: 70, top: 8, bottom: 8 },
    xAxis: { type: 'value', min: 0, max: most, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { ...words, fontSize: 13, width: 180, overflow: 'break' },
    },
    series: [
      {
        type: 'bar',
        barCategoryGap: '25%',
        data: bars.map(({ value, text }, at) => ({
          value,
          itemStyle: { color: at === 0 ? pale : ink },
          label: { show: true, position: 'right', formatter: text, ...words, fontSize: 13 },
        })),
      },
    ],
  }
}
