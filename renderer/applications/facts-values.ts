import { z } from 'zod'
import { parseClasses } from '../../electron/core/applications/classes.ts'
import { day, type Facts, facts } from '../../electron/core/applications/model.ts'
import {
  type Checked,
  checkLicenceNumber,
  checkName,
  checkNationalId,
  checkPhone,
  checkPostalCode,
} from '../../electron/core/applications/person.ts'

/** The facts as they stand in a form: as typed, nothing tidied yet. */
export type FactsValues = z.input<typeof facts>

/** One form serves both: a new file is asked for its day, a correction for its reason. */
export type FormValues = FactsValues & {
  registered: { day: string | null }
  receivedToo: boolean
  reason: string
}
export type FormFacts = Facts & { registered: { day: string }; receivedToo: boolean; reason: string }

export const emptyFacts: FactsValues = {
  dossierCode: '',
  channel: 'direct',
  fullName: '',
  birthDay: null,
  sex: null,
  nationalId: '',
  phone: '',
  address: '',
  districtCode: null,
  licenceNumber: '',
  classes: '',
  reasonCode: null,
  teamId: null,
  officerId: null,
  returnWay: null,
  postalCode: '',
  fee: null,
  paymentStatus: null,
  licences: 1,
  submitterName: '',
  submitterId: '',
  notes: '',
}

const lines = [
  'nationalId',
  'phone',
  'address',
  'licenceNumber',
  'classes',
  'postalCode',
  'submitterName',
  'submitterId',
  'notes',
] as const

/** A saved application as the form shows it: a line of text is never null there. */
export function valuesOf(saved: Facts): FactsValues {
  const texts = Object.fromEntries(lines.map(name => [name, saved[name] ?? '']))
  return { ...saved, ...texts }
}

/** Three first digits are judged by the core, which knows the catalogue; here every province counts as known. */
const nationalId = (text: string): Checked =>
  checkNationalId(text, {
    birthDay: null,
    sex: null,
    provinceCodes: new Set([text.replace(/\D/g, '').slice(0, 3)]),
  })

/** The checks that need nothing but the text itself; the core repeats them all. */
const checks = {
  fullName: (text: string) => checkName(text),
  nationalId,
  phone: checkPhone,
  licenceNumber: checkLicenceNumber,
  postalCode: checkPostalCode,
  submitterName: (text: string) => checkName(text, 'submitterName'),
} as const

export type CheckedField = keyof typeof checks
export const isCheckedField = (name: string): name is CheckedField => name in checks

/** What deserves a second look in a field that may be saved as it is. */
export function warningOf(name: CheckedField, text: string): string | undefined {
  return checks[name](text).findings.find(({ level }) => level === 'warning')?.message
}

function refuseBy(check: (text: string) => Checked) {
  return (value: string | null, context: z.core.$RefinementCtx<string | null>) => {
    for (const finding of value === null ? [] : check(value).findings) {
      if (finding.level === 'error') context.addIssue({ code: 'custom', message: finding.message })
    }
  }
}

/** What is typed → the facts the core takes; `known` are the licence classes of the time of handing in. */
export function formSchema(known: ReadonlySet<string>, today: string): z.ZodType<FormFacts, FormValues> {
  const { shape } = facts
  const registered = z
    .string()
    .nullable()
    .transform(typed => typed ?? '')
    .pipe(day)
    .refine(typed => typed <= today, 'Ngày nộp ở sau hôm nay. Sửa lại ngày.')
  const classes = (text: string) =>
    known.size === 0 ? { value: null, findings: [] } : parseClasses(text, known)
  return z.object({
    ...shape,
    fullName: shape.fullName.superRefine(refuseBy(checks.fullName)),
    nationalId: shape.nationalId.superRefine(refuseBy(checks.nationalId)),
    phone: shape.phone.superRefine(refuseBy(checks.phone)),
    licenceNumber: shape.licenceNumber.superRefine(refuseBy(checks.licenceNumber)),
    classes: shape.classes.superRefine(refuseBy(classes)),
    postalCode: shape.postalCode.superRefine(refuseBy(checks.postalCode)),
    submitterName: shape.submitterName.superRefine(refuseBy(checks.submitterName)),
    registered: z.object({ day: registered }),
    receivedToo: z.boolean(),
    reason: z.string().max(500, 'Lý do dài quá 500 ký tự. Rút ngắn lại.'),
  })
}

/** Only what differs: an edit names what it changes and leaves the rest alone. */
export function changedFacts(before: Facts, after: Facts): Partial<Facts> {
  const names = Object.keys(facts.shape) as (keyof Facts)[] // the keys of the shape are those of the facts
  return Object.fromEntries(
    names.filter(name => before[name] !== after[name]).map(name => [name, after[name]]),
  )
}
