import { useCallback } from 'react'
import { weekday } from '../../electron/core/calendar/day.ts'
import { Chart, token } from './chart.tsx'
import { ChartFigure } from './chart-figure.tsx'
import { showNumber } from './number-text.ts'
import { PlainTable } from './plain-table.tsx'

export type DayBar = {
  readonly day: string
  readonly value: number
  /** The part of `value` that is drawn darker (online). */
  readonly part: number
  /** Why nobody works, or null. */
  readonly dayOff: string | null
}

type DayBarsProps = {
  readonly title: string
  readonly sentence: string
  readonly days: readonly DayBar[]
  /** Names of the whole, the part, and the rest. */
  readonly words: { readonly whole: string; readonly part: string; readonly rest: string }
}

const weekdays = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as const
const ddmm = (day: string): string => `${day.slice(8, 10)}/${day.slice(5, 7)}`
const nameOf = (day: string): string => weekdays[weekday(day) - 1] ?? ''

/** Bars by day, the part and the rest stacked; days off shaded; axis from zero. */
export function DayBars({ title, sentence, days, words }: DayBarsProps) {
  const option = useCallback(() => {
    const off = days.filter(day => day.dayOff !== null).map(day => [{ xAxis: day.day }, { xAxis: day.day }])
    const soft = { color: token('6'), fontFamily: token('font'), fontSize: 12 }
    return {
      grid: { left: 40, right: 8, top: 10, bottom: 28 },
      aria: { enabled: false, decal: { show: true } },
      tooltip: {
        trigger: 'axis',
        renderMode: 'richText',
        axisPointer: { type: 'shadow' },
        textStyle: { fontFamily: token('font'), fontSize: 13, color: token('9') },
      },
      xAxis: {
        type: 'category',
        data: days.map(day => day.day),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: token('4') } },
        axisLabel: { ...soft, formatter: (day: string) => ddmm(day), hideOverlap: true },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        splitNumber: 4,
        splitLine: { lineStyle: { color: token('2') } },
        axisLabel: { ...soft, formatter: (value: number) => showNumber(value) },
      },
      series: [
        bars(
          words.part,
          days.map(day => day.part),
          token('accent'),
          off,
        ),
        bars(
          words.rest,
          days.map(day => day.value - day.part),
          token('accent-line'),
          [],
        ),
      ],
    }
  }, [days, words])
  return (
    <ChartFigure
      title={title}
      sentence={sentence}
      chart={
        <>
          <p className="g-legend">
            <span data-swatch="part">{words.part}</span>
            <span data-swatch="rest">{words.rest}</span>
            <span data-swatch="off">Ngày nghỉ</span>
          </p>
          <Chart option={option} label={sentence} height={176} />
        </>
      }
      table={
        <PlainTable
          label={title}
          maxHeight={240}
          headings={[
            { text: 'Ngày', fit: true },
            { text: 'Thứ', fit: true },
            { text: words.whole, align: 'right' },
            { text: words.part, align: 'right' },
            { text: words.rest, align: 'right' },
            { text: 'Ngày nghỉ' },
          ]}
          rows={days.map(day => ({
            key: day.day,
            ...(day.dayOff === null ? {} : { tone: 'off' as const }),
            cells: [
              `${ddmm(day.day)}/${day.day.slice(0, 4)}`,
              nameOf(day.day),
              showNumber(day.value),
              showNumber(day.part),
              showNumber(day.value - day.part),
              day.dayOff ?? '',
            ],
          }))}
        />
      }
    />
  )
}

function bars(name: string, data: readonly number[], color: string, off: readonly unknown[]) {
  return {
    name,
    type: 'bar',
    stack: 'day',
    data,
    barCategoryGap: '25%',
    itemStyle: { color, decal: { symbol: 'none' } },
    emphasis: { disabled: true },
    markArea: { silent: true, itemStyle: { color: token('2') }, data: off },
  }
}
