import { type RefObject, useRef, useState } from 'react'
import { isDay, showDay } from '../../electron/core/calendar/day.ts'
import { ApiError } from '../api/api-error.ts'
import { DayField } from '../ui/day-field.tsx'

/** The day typed into a form that saves a value from a day on. */
export type EffectiveDayChoice = {
  readonly value: string | null
  readonly choose: (day: string | null) => void
  /** What stands in the field, before it is left. */
  readonly typed: RefObject<string | null>
  /** When saving: the day, null for the value in force; throws where what stands there is no day. */
  readonly read: () => string | null
}

/**
 * A form is saved with the cursor still in the field, and then the day must count; and what is no day must not be
 * taken for an empty field, or the value in force would be overwritten.
 */
export function useEffectiveDay(): EffectiveDayChoice {
  const [value, setValue] = useState<string | null>(null)
  const typed = useRef<string | null>(null)
  return {
    value,
    typed,
    choose: day => {
      typed.current = day
      setValue(day)
    },
    read: () => {
      const day = typed.current
      if (day === null || isDay(day)) return day
      throw new ApiError({
        code: 'invalid',
        message: 'Ngày áp dụng không có trong lịch. Nhập ngày/tháng/năm, hoặc để trống.',
      })
    },
  }
}

type EffectiveDayProps = { readonly fromDay: string; readonly choice: EffectiveDayChoice }

const always = '0001-01-01'

/** From when a change holds: what was printed before keeps the earlier value. */
export function EffectiveDay({ fromDay, choice }: EffectiveDayProps) {
  const since = fromDay === always ? 'từ đầu' : `từ ${showDay(fromDay)}`
  return (
    <DayField
      label="Áp dụng từ ngày"
      hint={`Để trống: sửa nội dung đang dùng (${since}).`}
      value={choice.value}
      onTyped={day => {
        choice.typed.current = day
      }}
      onChange={choice.choose}
    />
  )
}
