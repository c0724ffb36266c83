import { emptyFacts, type FormValues } from './facts-values.ts'

/** A form for the first file of a pile. */
export function freshForm(today: string): FormValues {
  return { ...emptyFacts, registered: { day: today }, receivedToo: true, reason: '' }
}

/** The next file of the same pile: channel, day, team and class stay, the person does not. */
export function nextForm(before: FormValues, today: string): FormValues {
  const { channel, registered, receivedToo, teamId, officerId, classes, reasonCode, returnWay } = before
  return {
    ...freshForm(today),
    ...{ channel, registered, receivedToo, teamId, officerId, classes, reasonCode, returnWay },
  }
}
