import { applicationsContract } from './applications/contract.ts'
import { attachmentsContract } from './attachments/contract.ts'
import { auditContract } from './audit/contract.ts'
import { backupContract } from './backup/contract.ts'
import { batchesContract } from './batches/contract.ts'
import { catalogueContract } from './catalogue/contract.ts'
import { checksContract } from './checks/contract.ts'
import { draftsContract } from './drafts/contract.ts'
import { filingsContract } from './filings/contract.ts'
import { importsContract } from './imports/contract.ts'
import { jobsContract } from './jobs/contract.ts'
import { ministryFormsContract } from './ministry-forms/contract.ts'
import { narrativeContract } from './narrative/contract.ts'
import { overviewContract } from './overview/contract.ts'
import { reportsContract } from './reports/contract.ts'
import { routineContract } from './routine/contract.ts'
import { settingsContract } from './settings/contract.ts'
import { setupContract } from './setup/contract.ts'
import { slipsContract } from './slips/contract.ts'
import { statisticsContract } from './statistics/contract.ts'
import { targetsContract } from './targets/contract.ts'
import { teamsContract } from './teams/contract.ts'
import { usersContract } from './users/contract.ts'
import { viewsContract } from './views/contract.ts'

/** Table of contents: everything that may be asked of the core. It is the inbound port. */
export const contract = {
  applications: applicationsContract,
  attachments: attachmentsContract,
  audit: auditContract,
  backup: backupContract,
  batches: batchesContract,
  catalogue: catalogueContract,
  checks: checksContract,
  drafts: draftsContract,
  filings: filingsContract,
  imports: importsContract,
  jobs: jobsContract,
  ministryForms: ministryFormsContract,
  narrative: narrativeContract,
  overview: overviewContract,
  reports: reportsContract,
  routine: routineContract,
  settings: settingsContract,
  setup: setupContract,
  slips: slipsContract,
  statistics: statisticsContract,
  targets: targetsContract,
  teams: teamsContract,
  users: usersContract,
  views: viewsContract,
}

export type AppContract = typeof contract
