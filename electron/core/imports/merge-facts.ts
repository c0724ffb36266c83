import type { Facts } from '../applications/model.ts'
import type { StoredApplication } from '../applications/read.ts'
import type { ListValues } from './list-row.ts'
import type { TextMatcher } from './match-texts.ts'

/** The facts of an application as a list tells them, with its own words where no catalogue entry fits. */
export type ListedFacts = {
  readonly facts: Facts
  readonly texts: {
    readonly reasonText: string | null
    readonly officerText: string | null
    readonly districtText: string | null
  }
}

const unknown = { reasonText: null, officerText: null, districtText: null }

/** What the row says laid over what is known: an empty cell says nothing (figures.md §8 case 10). */
export function mergeFacts(
  values: ListValues,
  stored: StoredApplication | null,
  matcher: TextMatcher,
): ListedFacts {
  const known = stored?.facts
  const district = values.district === undefined ? null : matcher.district(values.district)
  const reason = values.reason === undefined ? null : matcher.reason(values.reason)
  const officer = values.officer === undefined ? null : matcher.officer(values.officer)
  const texts = stored ?? unknown
  return {
    facts: {
      dossierCode: known?.dossierCode ?? values.dossierCode ?? '',
      channel: values.channel ?? known?.channel ?? 'direct',
      fullName: values.fullName ?? known?.fullName ?? '',
      birthDay: values.birthDay ?? known?.birthDay ?? null,
      sex: values.sex ?? known?.sex ?? null,
      nationalId: values.nationalId ?? known?.nationalId ?? null,
      phone: values.phone ?? known?.phone ?? null,
      address: values.address ?? known?.address ?? null,
      districtCode: district?.code ?? known?.districtCode ?? null,
      licenceNumber: values.licenceNumber ?? known?.licenceNumber ?? null,
      classes: values.classes ?? known?.classes ?? null,
      reasonCode: reason?.code ?? known?.reasonCode ?? null,
      teamId: known?.teamId ?? null,
      officerId: officer?.id ?? known?.officerId ?? null,
      returnWay: values.returnWay ?? known?.returnWay ?? null,
      postalCode: values.postalCode ?? known?.postalCode ?? null,
      fee: values.fee ?? known?.fee ?? null,
      paymentStatus: known?.paymentStatus ?? null,
      licences: values.licences ?? known?.licences ?? 1,
      submitterName: values.submitter ?? known?.submitterName ?? null,
      submitterId: known?.submitterId ?? null,
      notes: values.notes ?? known?.notes ?? null,
    },
    texts: {
      districtText: district === null ? texts.districtText : district.text,
      reasonText: reason === null ? texts.reasonText : reason.text,
      officerText: officer === null ? texts.officerText : officer.text,
    },
  }
}
