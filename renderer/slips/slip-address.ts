import type { SlipKind } from '../../electron/core/slips/contract.ts'
import { slipKinds } from '../../electron/core/slips/contract.ts'

export const slipsPath = '/phieu'

/** A slip that was printed, as it was: looked at and printed from. */
export const slipAddress = (id: number): string => `${slipsPath}/${id}`

/** Where a slip of a file is filled in and numbered. */
export function composeAddress(kind: SlipKind, applicationId: number): string {
  return `${slipsPath}/lap?${new URLSearchParams({ kind, file: String(applicationId) })}`
}

/** The same for the hand-over list of a batch. */
export function postListAddress(batchId: number): string {
  return `${slipsPath}/lap?${new URLSearchParams({ kind: 'post-list', batch: String(batchId) })}`
}

/** All slips of a batch, one after the other. */
export const stackAddress = (batchId: number): string => `${slipsPath}/loat?batch=${batchId}`

export type SlipPlace =
  | { readonly show: 'stack'; readonly batchId: number }
  | { readonly show: 'slip'; readonly id: number }
  | { readonly show: 'compose'; readonly kind: SlipKind; readonly subject: SlipSubjectInput }
export type SlipSubjectInput = { readonly applicationId: number } | { readonly batchId: number }

/** What an address asks for; null where it asks for nothing there is. */
export function readSlipAddress(part: string | undefined, search: string): SlipPlace | null {
  if (part !== undefined && /^\d{1,12}$/.test(part)) return { show: 'slip', id: Number(part) }
  if (part !== 'lap' && part !== 'loat') return null
  const query = new URLSearchParams(search)
  const kind = slipKinds.find(each => each === query.get('kind'))
  const number = (name: string) => {
    const text = query.get(name)
    return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : null
  }
  const [file, batch] = [number('file'), number('batch')]
  if (part === 'loat') return batch === null ? null : { show: 'stack', batchId: batch }
  if (kind === undefined) return null
  if (kind === 'post-list')
    return batch === null ? null : { show: 'compose', kind, subject: { batchId: batch } }
  return file === null ? null : { show: 'compose', kind, subject: { applicationId: file } }
}
