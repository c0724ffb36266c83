import { useCallback } from 'react'
import {
  channelNames,
  type FieldName,
  returnWayNames,
  sexNames,
} from '../../electron/core/applications/model.ts'
import { isDay, showDay } from '../../electron/core/calendar/day.ts'
import { useAsk } from '../api/use-query.ts'
import { showNumber } from '../ui/number-text.ts'

const named: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  channel: channelNames,
  sex: sexNames,
  returnWay: returnWayNames,
}

/** A fact in the words of the forms: a name for a code, dd/mm/yyyy for a day, a dash for nothing. */
export function useFactWords(): (name: FieldName, value: unknown) => string {
  const choices = useAsk('catalogue.choices', {}).data
  const teams = useAsk('teams.list', {}).data
  const officers = useAsk('users.officers', {}).data
  return useCallback(
    (name, value) => {
      if (value === null || value === undefined || value === '') return '–'
      const plain = String(value)
      switch (name) {
        case 'birthDay':
          return isDay(plain) ? showDay(plain) : plain
        case 'districtCode':
          return choices?.districts.find(({ code }) => code === value)?.name ?? plain
        case 'reasonCode':
        case 'paymentStatus':
          return choices?.items.find(({ code }) => code === value)?.name ?? plain
        case 'teamId':
          return teams?.find(({ id }) => id === value)?.name ?? plain
        case 'officerId':
          return officers?.find(({ id }) => id === value)?.displayName ?? plain
        case 'fee':
          return typeof value === 'number' ? `${showNumber(value)} đồng` : plain
        default:
          return named[name]?.[plain] ?? plain
      }
    },
    [choices, teams, officers],
  )
}
