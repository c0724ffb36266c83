import type { AppContract } from '../../core/contract.ts'
import type { CallInputOf } from '../../core/operation.ts'
import { splits } from '../../core/statistics/model.ts'
import type { At, Name } from '../desk.ts'
import { listQuestions } from './list-questions.ts'

type QueryName = {
  [N in Name<AppContract>]: At<N> extends { readonly kind: 'query' } ? N : never
}[Name<AppContract>]
/** Every query of the contract with what screens ask of it: one that is missing does not compile. */
export type Questions = { readonly [N in QueryName]: readonly CallInputOf<At<N>>[] }

/** Things that the questions are about. */
export type Subjects = {
  readonly file: number
  readonly person: { readonly fullName: string; readonly birthDay: string; readonly nationalId: string }
  readonly phone: string
  readonly job: string
  readonly batch: number
  readonly slip: number
  readonly wording: Readonly<Record<string, string>>
  /** An approved report of `filedPeriod`. */
  readonly filing: number
  /** A form with a place to fill. */
  readonly form: number
}

/** Closed by the filing, and after what the import of the bench brings. */
export const filedPeriod = { kind: 'day', id: '2023-12-28' } as const
const year = { from: '2023-01-01', to: '2023-12-31' }

const periods = [
  { kind: 'day', id: '2023-09-18' },
  { kind: 'week', id: '2023-W38' },
  { kind: 'month', id: '2023-09' },
  { kind: 'quarter', id: '2023-Q3' },
  { kind: 'half', id: '2023-H2' },
  { kind: 'year', id: '2023' },
] as const

export function questions(subjects: Subjects): Questions {
  const { file, person, phone, job, batch, slip, wording, filing, form } = subjects
  const application = { applicationId: file }
  return {
    'applications.list': listQuestions(phone),
    'applications.get': [{ id: file }],
    'applications.twins': [
      { ...person, except: file },
      { fullName: person.fullName, birthDay: null, nationalId: null },
      { fullName: 'Nguyễn Văn An', birthDay: '1980-01-01', nationalId: '091080000001' },
    ],
    'applications.explainDue': [{ id: file }],
    'attachments.list': [application],
    'audit.list': [
      { subject: 'application', subjectId: String(file) },
      {},
      { subject: 'application' },
      { subject: 'setting' },
    ],
    'audit.ofFile': [application],
    'backup.list': [{}],
    'batches.get': [{ id: batch }],
    'batches.history': [{}],
    'catalogue.choices': [{}],
    'catalogue.holidays': [{}],
    'catalogue.difficultyKinds': [{}],
    'checks.list': [application],
    'drafts.begun': [{}],
    'drafts.get': [{ form: 'new-application' }],
    'filings.list': [{}, { report: 'ket-qua', state: 'approved' }],
    'filings.get': [{ id: filing }],
    'filings.ofPeriod': [{ report: 'ket-qua', period: filedPeriod }],
    'filings.calendar': [{ from: '2023-09-01', to: '2023-10-31' }, year],
    'filings.document': [{ id: filing }],
    'filings.drift': [{ id: filing }],
    'imports.history': [{}],
    'jobs.status': [{ id: job }],
    'jobs.running': [{}],
    'ministryForms.list': [{}],
    'ministryForms.get': [{ id: form }],
    'ministryForms.preview': periods.map(period => ({ id: form, period })),
    'narrative.get': [{ report: 'tong-hop', period: periods[2] }],
    'overview.summary': [{}],
    'reports.kinds': [{}],
    'reports.preview': periods.slice(0, 3).map(period => ({ name: 'ket-qua', period })),
    'reports.tables': [{ name: 'ket-qua' }],
    'routine.prepare': [{ period: periods[2] }],
    'settings.get': [{}],
    'settings.ofReport': [{ report: 'ket-qua' }],
    'setup.state': [{}],
    'setup.provinces': [{}],
    'slips.preview': [
      { kind: 'control', subject: application },
      { kind: 'receipt', subject: application },
    ],
    'slips.list': [application, { batchId: batch }],
    'slips.get': [{ id: slip }],
    'slips.ofBatch': [{ batchId: batch }],
    'slips.wording': [{ kind: 'receipt' }],
    'slips.previewWording': [{ kind: 'receipt', texts: wording }],
    'statistics.figures': periods.map(period => ({ period })),
    'statistics.split': splits.flatMap(by => periods.map(period => ({ period, by }))),
    'statistics.files': [
      { figure: { measure: { names: ['received'], from: '2023-09-01', to: '2023-09-30' } } },
      { figure: { measure: { names: ['open'], from: '2023-09-01', to: '2023-09-30' } }, after: 5000 },
      { figure: { target: { part: 'denominator', ...year, rulesOn: '2023-12-29' } } },
    ],
    'targets.status': [{ year: 2023 }, { year: 2023, asOf: '2023-09-30' }],
    'targets.list': [{}],
    'targets.directCounts': [year],
    'teams.list': [{}],
    'users.me': [{}],
    'users.list': [{}],
    'users.officers': [{}],
    'views.all': [{}],
    'views.preferences': [{}],
  }
}
