import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../db/database.ts'
import { migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations.ts'
import { databasePath } from '../../electron/core/data-folder.ts'
import type { HostRunner } from '../../electron/core/jobs/host-runner.ts'
import { createThreadRunner } from '../../electron/core/jobs/threads.ts'
import { bundle } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'

const now = '2023-09-25T08:00:00+07:00'
let built: URL
let folder: string
let database: Database
let runner: HostRunner

beforeAll(async () => {
  built = await bundle({ thread: 'electron/core/jobs/thread.ts' }, 'tests/support/slow-operations.ts')
})
beforeEach(() => {
  folder = temporaryFolder()
  migrate(databasePath(folder), migrations, now)
  database = openDatabase(databasePath(folder), { busyTimeout: 25 })
  runner = createThreadRunner({ folder, threadFile: new URL('thread.js', built), log: () => {} })
})
afterEach(async () => {
  await runner.close()
  database.close()
})

/** Begins a job as the door does: first the row, then the runner. */
function begin(name: string, input: unknown): string {
  const id = randomUUID()
  database.atomically(db =>
    db.run(
      `INSERT INTO jobs (id, operation, actor_name, host, process_id, state, created_at)
       VALUES (:id, :name, 'Thử nghiệm', 'app', :process, 'running', :now)`,
      { id, name, process: process.pid, now },
    ),
  )
  const actor = { id: null, name: 'Thử nghiệm', role: null, host: 'app' as const }
  runner.start({ id, name, input, actor, now })
  return id
}

type Row = { state: string; result: string | null; error: string | null; fileName: string | null }

function rowOf(id: string): Row {
  const row = database.read(db =>
    db.row<Row>('SELECT state, result, error, file_name AS fileName FROM jobs WHERE id = :id', { id }),
  )
  if (row === undefined) throw new Error('the job has no row')
  return row
}

async function ended(
  id: string,
): Promise<{ state: string; result: unknown; code: unknown; fileName: string | null }> {
  await runner.finished(id)
  const row = rowOf(id)
  const { state, fileName } = row
  return {
    state,
    fileName,
    result: JSON.parse(row.result ?? 'null'),
    code: JSON.parse(row.error ?? '{}').code,
  }
}

const teams = () =>
  database.read(db => db.rows<{ name: string }>('SELECT name FROM teams').map(({ name }) => name))
const audited = () => database.read(db => db.row<{ n: number }>('SELECT count(*) AS n FROM audit')?.n)
const kept = () => readdirSync(join(folder, 'results'))

describe('a job in its thread', () => {
  test('writes with its audit entry, keeps its file and says that it is done', async () => {
    const id = begin('test.writes', { name: 'Tổ Một cửa' })
    expect(await ended(id)).toMatchObject({
      state: 'done',
      result: { name: 'Tổ Một cửa' },
      fileName: 'ket-qua.txt',
    })
    expect(teams()).toEqual(['Tổ Một cửa'])
    expect(audited()).toBe(1)
    expect(new TextDecoder().decode(runner.file(id, 'ket-qua.txt')?.bytes)).toBe('Tổ Một cửa')
    expect(kept()).toEqual([id])
  })

  test('is not done before its result can be asked for, however long that takes after its write', async () => {
    const id = begin('test.lingers', { pause: 200 })
    const seen = new Set<string>()
    for (;;) {
      const { state, result } = rowOf(id)
      seen.add(`${state} ${teams().length} ${result}`)
      if (state === 'done') break
      await wait(5)
    }
    expect([...seen]).toEqual(['running 0 null', 'running 1 null', 'done 1 {"lingered":true}'])
  })

  test('whose thread dies after its write says that the data stands', async () => {
    const id = begin('test.lingers', { pause: 1, dies: true })
    expect(await ended(id)).toMatchObject({ state: 'failed', code: 'unexpected' })
    expect(teams()).toEqual(['Tổ đã ghi'])
    expect(JSON.parse(rowOf(id).error ?? '').message).toContain('Dữ liệu đã được ghi')
  })

  test('shows how far it is, and nothing once it has ended', async () => {
    const id = begin('test.slow', { steps: 12, pause: 50 })
    const seen = new Set<number>()
    while (runner.progress(id) !== undefined) {
      seen.add(runner.progress(id)?.done ?? 0)
      await wait(10)
    }
    expect(seen.size).toBeGreaterThan(2)
    expect(Math.max(...seen)).toBeLessThanOrEqual(12)
    expect(await ended(id)).toMatchObject({ state: 'done' })
  })

  test('leaves the host’s thread free while it works without a pause', async () => {
    const id = begin('test.spin', { steps: 0, pause: 600 })
    let ticks = 0
    const timer = setInterval(() => {
      ticks += 1
    }, 10)
    await runner.finished(id)
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(20)
  })

  test('that refuses ends as failed with its words, one that nobody foresaw with ours', async () => {
    expect(await ended(begin('test.refuses', {}))).toMatchObject({ state: 'failed', code: 'conflict' })
    expect(await ended(begin('test.throws', {}))).toMatchObject({ state: 'failed', code: 'unexpected' })
    expect(await ended(begin('test.unknown', {}))).toMatchObject({ state: 'failed', code: 'unexpected' })
  })

  test('whose thread dies in the middle of writing ends as failed and has written nothing', async () => {
    expect(await ended(begin('test.dies', {}))).toMatchObject({ state: 'failed', code: 'unexpected' })
    expect(teams()).toEqual([])
    expect(await ended(begin('test.writes', { name: 'Tổ sau đó' }))).toMatchObject({ state: 'done' })
  })
})

describe('cancelling', () => {
  test('is heard between batches', async () => {
    const id = begin('test.slow', { steps: 1000, pause: 10 })
    while ((runner.progress(id)?.done ?? 0) < 2) await wait(10)
    runner.cancel(id)
    expect(await ended(id)).toMatchObject({ state: 'cancelled', result: null })
  })

  test('leaves no row, no audit entry and no file of what was done', async () => {
    const id = begin('test.halfway', { steps: 0, pause: 300 })
    while ((runner.progress(id)?.done ?? 0) < 1) await wait(10)
    expect(kept()).toEqual([id])
    runner.cancel(id)
    expect(await ended(id)).toMatchObject({ state: 'cancelled', fileName: null })
    expect(teams()).toEqual([])
    expect(audited()).toBe(0)
    expect(kept()).toEqual([])
    expect(runner.file(id, 'nua-chung.txt')).toBeUndefined()
  })

  test('happens to every job when the host closes, begun or not', async () => {
    const ids = [1, 2, 3, 4].map(() => begin('test.slow', { steps: 1000, pause: 10 }))
    while ((runner.progress(ids[0] ?? '')?.done ?? 0) < 1) await wait(10)
    await runner.close()
    for (const id of ids) expect(await ended(id)).toMatchObject({ state: 'cancelled' })
  })
})

describe('several jobs', () => {
  test('run two at a time, but imports one after the other', async () => {
    // the first goes on for so long that even a busy machine starts the other thread meanwhile
    const ids = [
      begin('imports.slow', { steps: 50, pause: 60 }),
      begin('imports.slow', { steps: 4, pause: 60 }),
      begin('test.slow', { steps: 4, pause: 60 }),
    ]
    expect(runner.progress(ids[1] ?? '')?.label).toBe('Chờ công việc khác xong')
    const results = await Promise.all(
      ids.map(async id => (await ended(id)).result as { began: number; ended: number }),
    ) // what `slow` answers
    const [first, second, other] = results
    if (first === undefined || second === undefined || other === undefined)
      throw new Error('a job is missing')
    expect(second.began).toBeGreaterThanOrEqual(first.ended)
    expect(other.began).toBeLessThan(first.ended)
  })

  test('write one after the other, and none is lost', async () => {
    const names = Array.from({ length: 6 }, (_, index) => `Tổ ${index + 1}`)
    const ids = names.map(name => begin('test.writes', { name }))
    for (const id of ids) expect(await ended(id)).toMatchObject({ state: 'done' })
    expect(teams().sort()).toEqual(names)
    const chained = database.read(db =>
      db.row<{ n: number }>(
        'SELECT count(*) AS n FROM audit AS a JOIN audit AS b ON b.id = a.id + 1 AND b.previous_hash = a.hash',
      ),
    )
    expect(chained?.n).toBe(names.length - 1)
  })
})
