import { showDay } from '../../electron/core/calendar/day.ts'
import { DayField } from '../ui/day-field.tsx'

type EffectiveDayProps = {
  readonly fromDay: string
  readonly value: string | null
  readonly onChange: (day: string | null) => void
}

const always = '0001-01-01'

/** From when a change holds: what was printed before keeps the earlier value. */
export function EffectiveDay({ fromDay, value, onChange }: EffectiveDayProps) {
  const since = fromDay === always ? 'từ đầu' : `từ ${showDay(fromDay)}`
  return (
    <DayField
      label="Áp dụng từ ngày"
      hint={`Để trống: sửa nội dung đang dùng (${since}).`}
      value={value}
      onChange={onChange}
    />
  )
}
