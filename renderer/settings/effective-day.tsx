import type { UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { day } from '../../electron/core/applications/model.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { ApiError } from '../api/api-error.ts'
import { DayField } from '../ui/day-field.tsx'
import { today } from '../ui/day-text.ts'
import { useZodForm } from '../ui/use-zod-form.ts'
import { GuardedChoice } from './guarded-choice.tsx'
import { useChosenDay } from './shown-day.tsx'

const always = '0001-01-01'
const rule = z.object({ from: day.nullable() })

export type EffectiveFrom = {
  readonly form: UseFormReturn<z.input<typeof rule>, unknown, z.output<typeof rule>>
  /** The day as it stands in the field when it is asked for; null where none is given. Throws for what is no day. */
  readonly read: () => Promise<string | null>
  readonly clear: () => void
}

/**
 * From when a change of a setting holds. It is read at the moment of saving and not kept in a state of the screen:
 * Enter and Ctrl+S save from within the field, before the screen is drawn anew, and a day that was not heard would
 * change the value since always.
 */
export function useEffectiveFrom(): EffectiveFrom {
  const form = useZodForm(rule, { from: null })
  return {
    form,
    read: async () => {
      if (await form.trigger('from', { shouldFocus: true })) return form.getValues('from')
      throw new ApiError({
        code: 'invalid',
        message: 'Chưa lưu: ngày ở ô “Áp dụng từ ngày” không có trong lịch. Sửa hoặc để trống.',
      })
    },
    clear: () => form.reset({ from: null }),
  }
}

type EffectiveDayProps = {
  readonly fromDay: string
  /** Every day on which a value begins. */
  readonly days: readonly string[]
  readonly from: EffectiveFrom
  /** Something was typed that is not saved: another value would push it off the screen. */
  readonly dirty: boolean
}

/** Which value is looked at, and from when a change of it holds; what was printed before that day keeps the earlier. */
export function EffectiveDay({ fromDay, days, from, dirty }: EffectiveDayProps) {
  const { turn, show } = useChosenDay()
  const all = days.includes(fromDay) ? days : [...days, fromDay].sort()
  const inUse = all.findLast(day => day <= today())
  const one = all.length < 2
  return (
    // the field of the day stays the same one when a second value comes: its saving may be what brought it
    <div className={one ? 'set-alone' : 'g-wide g-form-grid'}>
      {one ? null : (
        <GuardedChoice
          label="Đang xem nội dung"
          value={fromDay}
          autoFocus={turn > 0}
          dirty={dirty}
          choices={all.map(day => ({ value: day, label: `${sinceWords(day)}${standing(day, inUse)}` }))}
          onChoose={show}
        />
      )}
      <DayField
        form={from.form}
        name="from"
        label="Áp dụng từ ngày"
        hint={`Để trống: sửa nội dung đang xem (${sinceWords(fromDay)}).`}
      />
    </div>
  )
}

const sinceWords = (day: string) => (day === always ? 'từ đầu' : `từ ${showDay(day)}`)

/** Beside the day: whether that value holds today, will, or did. */
function standing(day: string, inUse: string | undefined): string {
  if (day === inUse) return ' (đang áp dụng)'
  return inUse === undefined || day > inUse ? ' (chưa áp dụng)' : ''
}
