import { beforeAll, describe, expect, test } from 'vitest'
import { calendarOf } from '../../electron/core/calendar/store.ts'
import { AppError } from '../../electron/core/errors.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { aFile, fillRegister } from '../support/register.ts'

const rule = () => ({ days: 5, afterPause: 'fresh' as const })

let desk: TestApp
beforeAll(async () => {
  desk = await testApp()
})

/** Thirty files received and finished in September, as whole as the product writes them. */
function thirtyFiles(): void {
  const files = Array.from({ length: 30 }, (_, at) =>
    aFile(at % 2 === 0 ? 'online' : 'direct', [
      [1, '2023-09-04'],
      [2, '2023-09-05'],
      [9, '2023-09-11'],
    ]),
  )
  desk.database.atomically(db => fillRegister(db, files, rule, calendarOf(db)))
}

const codeOf = (n: number) => `HS-${n}`
const idOf = (code: string) => `(SELECT id FROM applications WHERE dossier_code = '${code}')`

async function refusal(): Promise<AppError> {
  const started = desk
    .as('officer')
    .reports.export({ name: 'ket-qua', period: { kind: 'month', id: '2023-09' } })
  return desk.run(started).then(
    () => {
      throw new Error('exported')
    },
    error => {
      if (error instanceof AppError) return error
      throw error
    },
  )
}

describe('a report whose figures contradict each other', () => {
  test('is not exported, and the file whose stretch was tampered with is named', async () => {
    thirtyFiles()
    desk.database.atomically(db =>
      db.run(
        `UPDATE application_stretches SET began = 'continued' WHERE began = 'received' AND application_id = ${idOf('HS-7')}`,
      ),
    )
    const error = await refusal()
    expect(error.code).toBe('conflict')
    expect(error.message).not.toContain('HS-7')
    expect(error.details).toMatchObject({ files: [{ dossierCode: 'HS-7' }], fileCount: 1 })
  })

  test('names a file that changed its channel on the way, and one that lost a stretch', async () => {
    thirtyFiles()
    desk.database.atomically(db => {
      db.run(
        `UPDATE application_stretches SET channel = 'postal' WHERE seq = 1 AND application_id = ${idOf('HS-2')}`,
      )
      db.run(`DELETE FROM application_stretches WHERE seq = 1 AND application_id = ${idOf('HS-20')}`)
    })
    const { details } = await refusal()
    expect(details).toMatchObject({
      files: [{ dossierCode: 'HS-2' }, { dossierCode: 'HS-20' }],
      fileCount: 2,
    })
  })

  test('names twenty of many and says how many there are', async () => {
    thirtyFiles()
    desk.database.atomically(db => db.run("DELETE FROM application_stretches WHERE began = 'received'"))
    const { details } = await refusal()
    expect(details?.fileCount).toBe(30)
    const named = Array.isArray(details?.files) ? details.files : []
    expect(named).toHaveLength(20)
    expect(named[0]).toMatchObject({ dossierCode: codeOf(0) })
  })

  test('whole files break nothing: the report goes out', async () => {
    thirtyFiles()
    const started = desk
      .as('officer')
      .reports.export({ name: 'ket-qua', period: { kind: 'month', id: '2023-09' } })
    expect((await desk.run(started)).fileName).toMatch(/\.xlsx$/)
  })
})
