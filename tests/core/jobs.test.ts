import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Role } from '../../electron/core/users/model.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { accountOf, refusal } from '../support/refusal.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const month = { name: 'ket-qua', period: { kind: 'month' as const, id: '2023-09' } }

async function exported(role: Role): Promise<string> {
  const { jobId } = await desk.as(role).reports.export(month)
  await desk.jobs.finished(jobId)
  return jobId
}

/** The row of a job that has begun and goes on. */
async function running(role: Role): Promise<string> {
  const id = randomUUID()
  const { id: actorId, displayName } = await accountOf(desk, role)
  desk.database.atomically(db =>
    db.run(
      `INSERT INTO jobs (id, operation, actor_id, actor_name, host, process_id, state, created_at)
       VALUES (:id, 'reports.export', :actorId, :displayName, 'app', :process, 'running', '2023-09-25T08:00:00+07:00')`,
      { id, actorId, displayName, process: process.pid },
    ),
  )
  return id
}

test('a job answers its id at once, and its status says how it ended', async () => {
  const { jobId } = await desk.as('viewer').reports.export(month)
  expect(await desk.anyone.jobs.status({ id: jobId })).toMatchObject({ state: 'running', result: null })
  await desk.jobs.finished(jobId)
  expect(await desk.anyone.jobs.status({ id: jobId })).toMatchObject({
    id: jobId,
    operation: 'reports.export',
    by: 'Chỉ xem thử nghiệm',
    state: 'done',
    error: null,
    result: { fileName: expect.stringMatching(/\.xlsx$/) },
  })
})

test('a job that is refused says so as data', async () => {
  const { jobId } = await desk.as('viewer').reports.export({ ...month, name: 'khong-co' })
  await desk.jobs.finished(jobId)
  const status = await desk.anyone.jobs.status({ id: jobId })
  expect(status).toMatchObject({ state: 'failed', result: null, fileName: null })
  expect(status.error?.code).not.toBe('unexpected')
  expect(desk.logged).toEqual([])
})

test('a job nobody began is not found, whoever asks', async () => {
  const id = randomUUID()
  expect(await refusal(desk.anyone.jobs.status({ id }))).toMatchObject({ code: 'not-found' })
  expect(await refusal(desk.as('viewer').jobs.file({ id }))).toMatchObject({ code: 'not-found' })
  expect(await refusal(desk.as('admin').jobs.cancel({ id }))).toMatchObject({ code: 'not-found' })
})

test('an id is not guessed by counting: only random ones are taken', async () => {
  for (const id of ['1', '', '%', "' OR 1=1 --", '../gplx.db']) {
    expect(await refusal(desk.as('admin').jobs.file({ id }))).toMatchObject({ code: 'invalid' })
  }
})

test('the file of a job goes to whoever began it and to nobody else', async () => {
  const id = await exported('officer')
  const file = await desk.as('officer').jobs.file({ id })
  expect(file.name).toMatch(/\.xlsx$/)
  expect([...file.bytes.slice(0, 2)]).toEqual([0x50, 0x4b])
  for (const role of ['admin', 'leader', 'viewer'] as const) {
    expect(await refusal(desk.as(role).jobs.file({ id }))).toMatchObject({ code: 'not-allowed' })
  }
  expect(await refusal(desk.anyone.jobs.file({ id }))).toMatchObject({ code: 'not-allowed' })
})

test('a job without a file has none to give', async () => {
  const { jobId } = await desk.as('admin').audit.verify({})
  await desk.jobs.finished(jobId)
  expect(await refusal(desk.as('admin').jobs.file({ id: jobId }))).toMatchObject({ code: 'not-found' })
})

test('a job is stopped by whoever began it or by an administrator', async () => {
  const id = await running('officer')
  for (const role of ['viewer', 'team-lead', 'leader'] as const) {
    expect(await refusal(desk.as(role).jobs.cancel({ id }))).toMatchObject({ code: 'not-allowed' })
  }
  expect(await desk.as('officer').jobs.cancel({ id })).toEqual({ asked: true })
  expect(await desk.as('admin').jobs.cancel({ id })).toEqual({ asked: true })
})

test('asking a job to stop is told in the trail', async () => {
  const id = await running('officer')
  await desk.as('officer').jobs.cancel({ id })
  expect(await desk.as('admin').audit.list({ subject: 'job', subjectId: id })).toMatchObject([
    { actorName: 'Cán bộ thử nghiệm', changes: { 'Yêu cầu dừng': [null, 'reports.export'] } },
  ])
})

test('a job hears that it should stop while it is itself writing', async () => {
  const id = await running('officer')
  const heard = vi.spyOn(desk.jobs, 'cancel')
  const other = new Sqlite(join(desk.folder, 'gplx.db'))
  other.exec('BEGIN IMMEDIATE')
  const asked = desk.as('officer').jobs.cancel({ id })
  await new Promise(resolve => setTimeout(resolve, 300))
  const heardMeanwhile = heard.mock.calls.length
  other.exec('ROLLBACK')
  other.close()
  expect(await asked).toEqual({ asked: true })
  expect(heardMeanwhile).toBe(1)
})

test('everybody sees what is running, and by whom', async () => {
  const id = await running('team-lead')
  expect(await desk.as('viewer').jobs.running({})).toMatchObject([
    { id, by: 'Tổ trưởng thử nghiệm', state: 'running' },
  ])
})

test('the row of a job holds neither its input nor a password', async () => {
  const password = 'mật khẩu bị lộ'
  const administrator = { username: 'quantri', displayName: 'Quản trị', password }
  const { jobId } = await desk.anyone.setup.demo({ administrator })
  await desk.jobs.finished(jobId)
  const row = desk.database.read(db => db.row('SELECT * FROM jobs WHERE id = :id', { id: jobId }))
  expect(JSON.stringify(row)).not.toContain(password)
  expect(JSON.stringify(await desk.anyone.jobs.status({ id: jobId }))).not.toContain(password)
})
