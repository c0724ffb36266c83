import { cpSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../electron/core/app.ts'
import { AppError } from '../../electron/core/errors.ts'
import { createReader, type Reader } from '../../electron/core/jobs/readers.ts'
import { clientOf, type TestApp, testApp } from '../support/app.ts'
import { anApplication } from '../support/builders.ts'
import { bundle } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'

const month = { kind: 'month', id: '2023-09' } as const

describe('long queries beside the host’s thread', () => {
  let desk: TestApp
  let reader: Reader
  let logged: unknown[]

  beforeAll(async () => {
    const built = await bundle({ reader: 'electron/core/jobs/reader.ts' })
    desk = await testApp()
    logged = []
    const log = (error: unknown) => void logged.push(error)
    reader = createReader({ folder: desk.folder, threadFile: new URL('reader.js', built), log })
  }, 60_000)
  afterAll(() => reader.close())

  /** The same desk, with its long queries asked of the thread. */
  const aside = () => {
    const { database, jobs } = desk
    const app = createApp({
      ...{ database, jobs, host: 'app', now: () => '2023-09-25T08:00:00+07:00' },
      log: error => void logged.push(error),
      aside: reader.ask,
    })
    return clientOf(app.call, () => desk.token('viewer'))
  }

  test('give the answer that the host itself would give', async () => {
    const here = desk.as('viewer')
    const there = aside()
    expect(await there.statistics.figures({ period: month })).toEqual(
      await here.statistics.figures({ period: month }),
    )
    expect(await there.overview.summary({})).toEqual(await here.overview.summary({}))
    expect(await there.reports.preview({ name: 'ket-qua', period: month })).toEqual(
      await here.reports.preview({ name: 'ket-qua', period: month }),
    )
  })

  test('are refused with the same words, and rights are asked at the door before', async () => {
    const refusal = aside().statistics.figures({ period: { kind: 'month', id: '2023-13' } })
    await expect(refusal).rejects.toBeInstanceOf(AppError)
    await expect(refusal).rejects.toMatchObject({ code: 'invalid' })
    const stranger = clientOf(
      createApp({
        ...{ database: desk.database, jobs: desk.jobs, host: 'app', now: () => '2023-09-25T08:00:00+07:00' },
        log: () => undefined,
        aside: () => Promise.reject(new Error('nobody without a sign-in gets this far')),
      }).call,
      () => null,
    )
    await expect(stranger.overview.summary({})).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('see what was written a moment ago', async () => {
    const before = await aside().statistics.figures({ period: month })
    await desk.as('officer').applications.create(anApplication({ registered: '2023-09-18' }))
    const after = await aside().statistics.figures({ period: month })
    expect(after.measures.registered.total).toBe(before.measures.registered.total + 1)
  })

  test('do not wait for each other while a thread is free', async () => {
    const built = await bundle({ reader: 'electron/core/jobs/reader.ts' }, 'tests/support/slow-operations.ts')
    const slow = createReader({
      folder: desk.folder,
      threadFile: new URL('reader.js', built),
      log: () => undefined,
    })
    const spin = (pause: number) => ({
      name: 'test.spin',
      input: { pause },
      actor: { id: null, name: '', role: null, host: 'app' as const },
      now: '2023-09-25T08:00:00+07:00',
    })
    const ended: string[] = []
    const figures = slow.ask(spin(3000)).then(() => ended.push('figures'))
    await slow.ask(spin(1)).then(() => ended.push('list'))
    await slow.ask(spin(1)).then(() => ended.push('next list'))
    await figures
    expect(ended).toEqual(['list', 'next list', 'figures'])
    await slow.close()
  }, 60_000)

  test('fail as data when the thread cannot be, and the next one is asked of a new thread', async () => {
    const nowhere = temporaryFolder()
    const built = await bundle({ reader: 'electron/core/jobs/reader.ts' })
    const broken = createReader({
      folder: `${nowhere}/no-such`,
      threadFile: new URL('reader.js', built),
      log: () => undefined,
    })
    const question = {
      name: 'setup.state',
      input: {},
      actor: { id: null, name: '', role: null, host: 'app' as const },
      now: '2023-09-25T08:00:00+07:00',
    }
    await expect(broken.ask(question)).rejects.toMatchObject({ code: 'unexpected' })
    cpSync(desk.folder, `${nowhere}/no-such`, { recursive: true })
    await expect(broken.ask(question)).resolves.toMatchObject({ ready: true })
    await broken.close()
  }, 60_000)
})
