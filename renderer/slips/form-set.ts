import type { FormSetName } from '../../electron/core/slips/contract.ts'
import { useAsk } from '../api/use-query.ts'

/** The set of forms in force today; that of 2018 until the core has answered. */
export function useFormSet(): FormSetName {
  return useAsk('settings.get', {}).data?.formSet.value.set ?? '2018'
}
