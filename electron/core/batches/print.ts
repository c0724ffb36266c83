import type { CommandContext } from '../context.ts'
import { issueSlip } from '../slips/issue.ts'
import { fileFacts } from '../slips/read-facts.ts'
import { assertFits, assertToldForAll } from '../slips/rules.ts'
import { printOf } from '../slips/store.ts'
import type { Act } from './actions.ts'
import type { BatchAction } from './contract.ts'

/** Gives each file its slip; one that has it already keeps its number, unless another is asked for. */
export function print(
  context: CommandContext,
  { slip: kind, details, again }: Extract<BatchAction, { kind: 'print' }>,
): Act {
  const { db } = context
  assertToldForAll(kind, details, 'action.details.')
  return ({ id, version }) => {
    const before = again ? undefined : printOf(db, kind, id)
    if (before !== undefined) {
      assertFits(kind, fileFacts(db, id), 'issue')
      return { before: {}, version, eventId: null, slip: { id: before.id, numbered: false } }
    }
    const { slip } = issueSlip(context, kind, { applicationId: id }, details)
    // an apology appoints its new day, which is a step of the file
    const after = kind === 'apology' ? version + 1 : version
    return { before: {}, version: after, eventId: null, slip: { id: slip.id, numbered: true } }
  }
}
