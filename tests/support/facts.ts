import type { Facts } from '../../electron/core/applications/model.ts'

/** The facts of an invented application: the least that can be saved, and what the test is about. */
export function someFacts(changes: Partial<Facts> = {}): Facts {
  return {
    dossierCode: 'HS-1',
    channel: 'direct',
    fullName: 'Nguyễn Văn Thử',
    birthDay: null,
    sex: null,
    nationalId: null,
    phone: null,
    address: null,
    districtCode: null,
    licenceNumber: null,
    classes: null,
    reasonCode: null,
    teamId: null,
    officerId: null,
    returnWay: null,
    postalCode: null,
    fee: null,
    paymentStatus: null,
    licences: 1,
    submitterName: null,
    submitterId: null,
    notes: null,
    ...changes,
  }
}
