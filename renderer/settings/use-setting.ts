import { useState } from 'react'
import type { Json } from '../../electron/core/errors.ts'
import type { SettingInForce } from '../../electron/core/settings/contract.ts'
import { type SettingKey, settingNames } from '../../electron/core/settings/model.ts'
import { call } from '../api/client.ts'
import { useCommand } from '../api/use-query.ts'
import { say } from '../ui/said.tsx'

type Seen = { readonly fromDay: string; readonly version: number }

export type SettingEditor = {
  /** Since when the value shown is in force. */
  readonly fromDay: string
  /** Saves: `from` null corrects the value in force, a day starts a new value and keeps the old one before it. */
  readonly save: (value: Json, from: string | null) => Promise<void>
}

/** One setting as this screen saw it; a change by somebody else meanwhile is refused, not overwritten. */
export function useSetting<K extends SettingKey>(inForce: SettingInForce<K>): SettingEditor {
  const set = useCommand('settings.set')
  const [seen, setSeen] = useState<Seen>({ fromDay: inForce.fromDay, version: inForce.version })
  const save = async (value: Json, from: string | null) => {
    const fromDay = from ?? seen.fromDay
    const version = fromDay === seen.fromDay ? seen.version : await versionOn(inForce.key, fromDay)
    // plain data of a checked form; `readonly` is all that zod's own JSON type does not have
    const { version: now } = await set.mutateAsync({
      key: inForce.key,
      fromDay,
      version,
      value: value as never,
    })
    setSeen({ fromDay, version: now })
    say(`Đã lưu mục “${settingNames[inForce.key]}”.`)
  }
  return { fromDay: seen.fromDay, save }
}

/** The value on the day that is written: what a form does not show of it stays as it is there. */
export async function valueOn<K extends SettingKey>(
  inForce: SettingInForce<K>,
  on: string,
): Promise<SettingInForce<K>['value']> {
  if (on === inForce.fromDay) return inForce.value
  const settings: { readonly [N in SettingKey]: SettingInForce<N> } = await call('settings.get', { on })
  return settings[inForce.key].value
}

/** A day that already begins a value: naming it again corrects that value. */
async function versionOn(key: SettingKey, day: string): Promise<number> {
  const { fromDay, version } = (await call('settings.get', { on: day }))[key]
  return fromDay === day ? version : 0
}
