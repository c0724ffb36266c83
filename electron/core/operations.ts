import { applicationsOperations } from './applications/operations.ts'
import { auditOperations } from './audit/operations.ts'
import { backupOperations } from './backup/operations.ts'
import { catalogueOperations } from './catalogue/operations.ts'
import type { Operations } from './context.ts'
import type { AppContract } from './contract.ts'
import { importsOperations } from './imports/operations.ts'
import { jobOperations } from './jobs/operations.ts'
import type { JobRunner } from './jobs/runner.ts'
import { overviewOperations } from './overview/operations.ts'
import { reportsOperations } from './reports/operations.ts'
import { settingsOperations } from './settings/operations.ts'
import { setupOperations } from './setup/operations.ts'
import { statisticsOperations } from './statistics/operations.ts'
import { targetsOperations } from './targets/operations.ts'
import { teamsOperations } from './teams/operations.ts'
import { usersOperations } from './users/operations.ts'

/** Everything the core does, by the names of the contract; a missing one does not compile. */
export function createOperations(jobs: JobRunner): Operations<AppContract> {
  return {
    applications: applicationsOperations,
    audit: auditOperations,
    backup: backupOperations,
    catalogue: catalogueOperations,
    imports: importsOperations,
    jobs: jobOperations(jobs),
    overview: overviewOperations,
    reports: reportsOperations,
    settings: settingsOperations,
    setup: setupOperations,
    statistics: statisticsOperations,
    targets: targetsOperations,
    teams: teamsOperations,
    users: usersOperations,
  }
}
