import fc from 'fast-check'
import { calendarOf } from '../../electron/core/calendar/store.ts'
import type { FileCheck } from '../../electron/core/reports/contract.ts'
import { type TestApp, testApp } from './app.ts'
import { randomFile } from './histories.ts'
import { fillRegister } from './register.ts'

const rule = () => ({ days: 5, afterPause: 'fresh' as const })
const office = { daysOff: new Set<string>(), saturdaysWorked: new Set<string>(), rule }

/** A department with files in two teams that exports its reports of September 2023 and has workbooks checked. */
export type ExportingOffice = {
  readonly desk: TestApp
  exportOf(report: string): Promise<Uint8Array>
  check(bytes: Uint8Array): Promise<FileCheck>
}

export async function exportingOffice(): Promise<ExportingOffice> {
  const desk = await testApp()
  const files = fc
    .sample(randomFile('2023-07-20', 70, office), { numRuns: 200, seed: 7 })
    .map(file => ({ ...file, traits: { ...file.traits, officer: null } }))
  desk.database.atomically(db => {
    db.run("INSERT INTO teams (id, name, position) VALUES (1, 'Tổ Một', 2), (2, 'Tổ Hai', 1)")
    fillRegister(db, files, rule, calendarOf(db))
  })
  const officer = desk.as('officer')
  return {
    desk,
    exportOf: async name => {
      const started = await officer.reports.export({ name, period: { kind: 'month', id: '2023-09' } })
      await desk.run(Promise.resolve(started))
      return (await officer.jobs.file({ id: started.jobId })).bytes
    },
    check: bytes => desk.run(desk.as('viewer').reports.checkFile({ file: { name: 'bao-cao.xlsx', bytes } })),
  }
}
