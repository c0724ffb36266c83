import { useMemo } from 'react'
import { regimeOn } from '../../electron/core/applications/classes.ts'
import { useAsk } from '../api/use-query.ts'

/** The licence classes of the law in force on a day; empty until the catalogue is known. */
export function useKnownClasses(day: string): ReadonlySet<string> {
  const classes = useAsk('catalogue.choices', {}).data?.classes
  const regime = regimeOn(day)
  return useMemo(
    () => new Set(classes?.filter(one => one.regime === regime).map(one => one.class) ?? []),
    [classes, regime],
  )
}
