import { useCallback } from 'react'
import { Chart, token } from './chart.tsx'
import { showNumber, showPercent } from './number-text.ts'

type TargetBulletProps = {
  /** Per cent; null where there is nothing to divide by. */
  readonly ratioPct: number | null
  readonly targetPct: number | null
  readonly numerator: number
  readonly denominator: number
  readonly sentence: string
}

/** One bar against one line: how far the ratio is from the target. Axis from zero. */
export function TargetBullet({ ratioPct, targetPct, numerator, denominator, sentence }: TargetBulletProps) {
  const option = useCallback(() => {
    const ratio = ratioPct ?? 0
    const target = targetPct ?? 0
    const end = Math.max(5, Math.ceil((Math.max(ratio, target) * 1.25) / 5) * 5)
    const met = targetPct !== null && ratio >= target
    const words = { fontFamily: token('font'), fontSize: 12, color: token('7') }
    return {
      grid: { left: 8, right: 24, top: 24, bottom: 22 },
      xAxis: {
        type: 'value',
        min: 0,
        max: end,
        splitNumber: 5,
        splitLine: { show: false },
        axisLine: { show: true, lineStyle: { color: token('4') } },
        axisLabel: { ...words, formatter: (value: number) => `${showNumber(value)} %` },
      },
      yAxis: { type: 'category', data: [''], show: false },
      series: [
        {
          type: 'bar',
          data: [ratio],
          barWidth: 18,
          showBackground: true,
          backgroundStyle: { color: token('2') },
          itemStyle: { color: met ? token('good') : token('accent') },
          emphasis: { disabled: true },
          ...(targetPct === null ? {} : { markLine: line(target, words) }),
        },
      ],
    }
  }, [ratioPct, targetPct])
  return (
    <Chart
      option={option}
      height={78}
      label={`${sentence} Tỷ lệ ${showPercent(ratioPct)}: ${showNumber(numerator)} trên ${showNumber(denominator)}.`}
    />
  )
}

function line(target: number, words: Readonly<Record<string, unknown>>) {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: token('9'), width: 2, type: 'solid' },
    label: {
      ...words,
      color: token('9'),
      formatter: `Chỉ tiêu ${showPercent(target)}`,
      position: 'end',
      distance: 6,
    },
    data: [{ xAxis: target }],
  }
}
