import type { UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { day } from '../../electron/core/applications/model.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { ApiError } from '../api/api-error.ts'
import { DayField } from '../ui/day-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'

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

type EffectiveDayProps = { readonly fromDay: string; readonly from: EffectiveFrom }

/** What was printed before that day keeps the earlier value. */
export function EffectiveDay({ fromDay, from }: EffectiveDayProps) {
  const since = fromDay === always ? 'từ đầu' : `từ ${showDay(fromDay)}`
  return (
    <DayField
      form={from.form}
      name="from"
      label="Áp dụng từ ngày"
      hint={`Để trống: sửa nội dung đang dùng (${since}).`}
    />
  )
}
