import { useState } from 'react'
import type { Json } from '../../electron/core/errors.ts'
import type { SettingShown } from '../../electron/core/settings/contract.ts'
import { type SettingKey, settingNames } from '../../electron/core/settings/model.ts'
import { useCommand } from '../api/use-query.ts'
import { say } from '../ui/said.tsx'

export type SettingEditor = {
  /** Since when the value shown holds. */
  readonly fromDay: string
  /** Every day from which a value holds. */
  readonly days: readonly string[]
  /** Saves: `from` null corrects the value shown, a day starts a new value and keeps the old one before it. */
  readonly save: (value: Json, from: string | null) => Promise<void>
}

/** One setting as this screen saw it; a value that was not seen here is refused, not written over. */
export function useSetting<K extends SettingKey>({
  key,
  report,
  days,
  ...shown
}: SettingShown<K>): SettingEditor {
  const set = useCommand('settings.set')
  const [seen, setSeen] = useState({ fromDay: shown.fromDay, version: shown.version })
  const save = async (value: Json, from: string | null) => {
    const fromDay = from ?? seen.fromDay
    const { version } = await set.mutateAsync({
      ...{ key, report, fromDay },
      version: fromDay === seen.fromDay ? seen.version : 0,
      // plain data of a checked form; `readonly` is all that zod's own JSON type does not have
      value: value as never,
    })
    setSeen({ fromDay, version })
    say(`Đã lưu mục “${settingNames[key]}”.`)
  }
  return { fromDay: seen.fromDay, days, save }
}
