import type { DueStep } from '../../electron/core/applications/contract.ts'
import { showDay, weekday } from '../../electron/core/calendar/day.ts'
import { useAsk } from '../api/use-query.ts'
import './application.css'

const weekdayShort = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as const

/** "Vì sao ngày này": every appointed day the file has had, and how each was counted, day by day. */
export function DueExplanation({ id }: { readonly id: number }) {
  const { data, error } = useAsk('applications.explainDue', { id })
  if (error !== null) return <p role="alert">{error.message}</p>
  if (data === undefined) return <p className="app-soft">Đang tính…</p>
  if (data.length === 0) {
    return <p className="app-soft">Hồ sơ chưa có ngày hẹn trả. Ngày hẹn trả được tính khi tiếp nhận.</p>
  }
  return (
    <div className="app-due">
      {data.map((step, at) => (
        <DueCount
          key={`${step.from} ${step.due} ${step.why}`}
          step={step}
          inForce={at === data.length - 1}
          many={data.length > 1}
        />
      ))}
    </div>
  )
}

type CountProps = { readonly step: DueStep; readonly inForce: boolean; readonly many: boolean }

function DueCount({ step, inForce, many }: CountProps) {
  return (
    <section>
      <p className="app-due-title">
        <strong className="app-figures">{showDay(step.due)}</strong> {step.why}
        {many ? (
          <span className="app-soft"> {inForce ? '(đang áp dụng)' : '(không còn áp dụng)'}</span>
        ) : null}
      </p>
      {step.confirmed ? null : (
        <p className="app-attention">
          Lịch nghỉ của năm này chưa được xác nhận; ngày hẹn trả có thể thay đổi khi có lịch chính thức.
        </p>
      )}
      {step.days.length === 0 ? null : (
        <ol className="app-days">
          {step.days.map(({ day, counted, why }) => (
            <li key={day} data-counted={counted !== null}>
              <span className="app-days-weekday">{weekdayShort[weekday(day) - 1]}</span>
              <span className="app-figures">{showDay(day)}</span>
              <span className="app-days-count">{counted ?? '–'}</span>
              <span>{why}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
