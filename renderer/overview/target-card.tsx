import { Link } from 'wouter'
import { showDay } from '../../electron/core/calendar/day.ts'
import type { TargetStatus } from '../../electron/core/targets/contract.ts'
import { useMay } from '../api/me.ts'
import { Banner } from '../ui/banner.tsx'
import { ChartFigure } from '../ui/chart-figure.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { TargetBullet } from '../ui/target-bullet.tsx'
import { formulaLine, paceSentence, targetFormula, targetSentence } from './target-words.ts'

/** The target: the answer first, then the bar, the formula with both counts, and the pace. */
export function TargetCard({ status }: { readonly status: TargetStatus }) {
  const may = useMay()
  const sentence = targetSentence(status)
  const pace = paceSentence(status)
  const formula = targetFormula(status)
  return (
    <ChartFigure
      title={`Chỉ tiêu trực tuyến năm ${status.year}`}
      sentence={
        <>
          <strong className={status.met === true ? 'g-answer-good' : undefined}>{sentence}</strong>{' '}
          {status.targetBp === null && may('targets.set') ? (
            <Link href="/cai-dat/chi-tieu">Nhập chỉ tiêu</Link>
          ) : null}
        </>
      }
      chart={
        <>
          <TargetBullet
            ratioPct={status.ratioPct}
            targetPct={status.targetBp === null ? null : status.targetBp / 100}
            numerator={status.numerator}
            denominator={status.denominator}
            sentence={sentence}
          />
          <p>Tỷ lệ = {formulaLine(status)}.</p>
          <p className="g-soft g-small">
            Tính từ 01/01/{status.year} đến hết {showDay(status.asOf)}. {pace}
          </p>
          {status.daysWithBoth.length === 0 ? null : (
            <Banner tone="attention">
              Có {status.daysWithBoth.length} ngày vừa có hồ sơ trực tiếp, vừa có số tổng; số được dùng theo
              thiết lập "Cách tính chỉ tiêu".
            </Banner>
          )}
        </>
      }
      table={
        <PlainTable
          label="Số liệu chỉ tiêu"
          headings={[{ text: 'Nội dung' }, { text: 'Số liệu', align: 'right' }]}
          rows={formula.map(line => ({ key: line.what, cells: [line.what, line.count] }))}
        />
      }
    />
  )
}
