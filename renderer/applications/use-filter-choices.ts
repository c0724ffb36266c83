import { useMemo } from 'react'
import { useAsk } from '../api/use-query.ts'
import type { Choice } from '../ui/choice.ts'

export type FilterChoices = {
  readonly teams: readonly Choice<number>[]
  readonly officers: readonly Choice<number>[]
  readonly classes: readonly Choice<string>[]
  readonly districts: readonly Choice<string>[]
}

/** What the register can be narrowed to by name. */
export function useFilterChoices(): FilterChoices {
  const teams = useAsk('teams.list', {}).data
  const officers = useAsk('users.officers', {}).data
  const lists = useAsk('catalogue.choices', {}).data
  return useMemo(() => {
    const classes = [...new Set(lists?.classes.map(item => item.class))]
    return {
      teams: (teams ?? []).map(({ id, name }) => ({ value: id, label: name })),
      officers: (officers ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
      classes: classes.map(name => ({ value: name, label: name })),
      districts: (lists?.districts ?? []).map(({ code, name }) => ({ value: code, label: name })),
    }
  }, [teams, officers, lists])
}
