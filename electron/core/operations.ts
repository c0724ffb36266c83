import { applicationsOperations } from './applications/operations.ts'
import { attachmentsOperations } from './attachments/operations.ts'
import { auditOperations } from './audit/operations.ts'
import { backupOperations } from './backup/operations.ts'
import { batchesOperations } from './batches/operations.ts'
import { catalogueOperations } from './catalogue/operations.ts'
import { checksOperations } from './checks/operations.ts'
import type { Operations } from './context.ts'
import type { AppContract } from './contract.ts'
import { draftsOperations } from './drafts/operations.ts'
import { filingsOperations } from './filings/operations.ts'
import { importsOperations } from './imports/operations.ts'
import { jobOperations } from './jobs/operations.ts'
import type { JobRunner } from './jobs/runner.ts'
import { ministryFormsOperations } from './ministry-forms/operations.ts'
import { narrativeOperations } from './narrative/operations.ts'
import { overviewOperations } from './overview/operations.ts'
import { reportsOperations } from './reports/operations.ts'
import { routineOperations } from './routine/operations.ts'
import { settingsOperations } from './settings/operations.ts'
import { setupOperations } from './setup/operations.ts'
import { slipsOperations } from './slips/operations.ts'
import { statisticsOperations } from './statistics/operations.ts'
import { targetsOperations } from './targets/operations.ts'
import { teamsOperations } from './teams/operations.ts'
import { usersOperations } from './users/operations.ts'
import { viewsOperations } from './views/operations.ts'

/** Everything the core does, by the names of the contract; a missing one does not compile. */
export function createOperations(jobs: JobRunner): Operations<AppContract> {
  return {
    applications: applicationsOperations,
    attachments: attachmentsOperations,
    audit: auditOperations,
    backup: backupOperations,
    batches: batchesOperations,
    catalogue: catalogueOperations,
    checks: checksOperations,
    drafts: draftsOperations,
    filings: filingsOperations,
    imports: importsOperations,
    jobs: jobOperations(jobs),
    ministryForms: ministryFormsOperations,
    narrative: narrativeOperations,
    overview: overviewOperations,
    reports: reportsOperations,
    routine: routineOperations,
    settings: settingsOperations,
    setup: setupOperations,
    slips: slipsOperations,
    statistics: statisticsOperations,
    targets: targetsOperations,
    teams: teamsOperations,
    users: usersOperations,
    views: viewsOperations,
  }
}
