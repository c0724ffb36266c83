import type { Application } from '../../electron/core/applications/contract.ts'
import type { FormSetName, SlipKind } from '../../electron/core/slips/contract.ts'

type Standing = Pick<Application, 'status' | 'receivedDay' | 'dueDay' | 'workingDaysLeft' | 'closedDay'>

/** As near to its day as the core lets a file be re-appointed. */
const nearlyDue = 2

/** Only the set of 2025 has a form that tells of a stop. */
const hasStop = (file: Standing, set: FormSetName) => file.status === 8 && set === '2025'

/** The slips a file may be given as it stands; the core has the last word and says why not. */
export function slipsFor(file: Standing, set: FormSetName): readonly SlipKind[] {
  const received = file.receivedDay !== null
  const running = (file.status === 2 || file.status === 4) && file.dueDay !== null
  return [
    ...(received ? ['receipt' as const] : []),
    ...(file.status === 5 ? ['supplement' as const] : []),
    ...(file.status === 3 ? ['refusal' as const] : []),
    ...(hasStop(file, set) ? ['stop' as const] : []),
    ...(running ? ['apology' as const] : []),
    ...(received ? ['control' as const] : []),
  ]
}

/** The slip that belongs to where the file stands now; null where none does. */
export function fittingSlip(file: Standing, set: FormSetName): SlipKind | null {
  if (file.status === 5) return 'supplement'
  if (file.status === 3) return 'refusal'
  if (hasStop(file, set)) return 'stop'
  if (file.receivedDay === null) return null
  const left = file.workingDaysLeft
  if (left !== null && left <= nearlyDue && file.status === 4) return 'apology'
  return file.closedDay === null ? 'receipt' : null
}
