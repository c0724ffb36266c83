import type { Application } from '../../electron/core/applications/contract.ts'
import type { SlipKind } from '../../electron/core/slips/contract.ts'

type Standing = Pick<Application, 'status' | 'receivedDay' | 'dueDay' | 'workingDaysLeft' | 'closedDay'>

/** As near to its day as the core lets a file be re-appointed. */
const nearlyDue = 2

/** The slips a file may be given as it stands; the core has the last word and says why not. */
export function slipsFor(file: Standing): readonly SlipKind[] {
  const received = file.receivedDay !== null
  const running = (file.status === 2 || file.status === 4) && file.dueDay !== null
  return [
    ...(received ? ['receipt' as const] : []),
    ...(file.status === 5 ? ['supplement' as const] : []),
    ...(file.status === 3 ? ['refusal' as const] : []),
    ...(running ? ['apology' as const] : []),
    ...(received ? ['control' as const] : []),
  ]
}

/** The slip that belongs to where the file stands now; null where none does. */
export function fittingSlip(file: Standing): SlipKind | null {
  if (file.status === 5) return 'supplement'
  if (file.status === 3) return 'refusal'
  if (file.receivedDay === null) return null
  const left = file.workingDaysLeft
  if (left !== null && left <= nearlyDue && file.status === 4) return 'apology'
  return file.closedDay === null ? 'receipt' : null
}
