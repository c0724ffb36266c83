import { spawn } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { sampleList } from '../../electron/cli/bench/sample-list.ts'
import { temporaryFolder } from '../support/folder.ts'
import { bundledGplx, type Gplx } from '../support/gplx.ts'

/** Long enough to be hit in the middle, short enough to end when it is not. */
const rows = 3000

describe('a power cut in the middle of long work', () => {
  let gplx: Gplx
  let list: string

  beforeAll(async () => {
    gplx = await bundledGplx()
    list = join(temporaryFolder(), 'danh-sach.xlsx')
    writeFileSync(list, (await sampleList(rows)).bytes)
  }, 180_000)

  /** Starts a verb, kills it without warning at the wanted moment, and answers whether it was still at work. */
  const killed = async (args: readonly string[], when: (told: string) => boolean) => {
    const child = spawn(process.execPath, [gplx.path, ...args], { env: gplx.environment })
    let told = ''
    child.stderr.on('data', chunk => {
      told += String(chunk)
      if (when(told)) child.kill('SIGKILL')
    })
    return new Promise<boolean>(resolve => child.on('exit', (_code, signal) => resolve(signal === 'SIGKILL')))
  }

  test.each(['Đọc danh sách', 'Ghi vào sổ: 500', 'Ghi vào sổ: 2.500'])(
    'an import killed at "%s" leaves nothing behind, and the next one takes the whole list',
    async moment => {
      const data = gplx.newDesk()
      expect(await killed(['import', list, '--data', data], told => told.includes(moment))).toBe(true)
      expect(gplx.answer('list', '--data', data).total).toBe(0)
      expect(gplx.answer('verify', '--data', data).ok).toBe(true)
      expect(gplx.answer('call', 'imports.history', '{}', '--data', data)).toEqual([])
      expect(gplx.answer('call', 'jobs.running', '{}', '--data', data)).toEqual([])
      expect(gplx.answer('import', list, '--data', data).counts).toMatchObject({
        rows,
        new: rows,
        rejected: 0,
      })
      expect(gplx.answer('verify', '--data', data).ok).toBe(true)
    },
    180_000,
  )

  test('an export killed at any moment leaves a whole file or none', async () => {
    const data = gplx.newDesk()
    const folder = temporaryFolder()
    const out = join(folder, 'thang-9.xlsx')
    const args = ['report', 'ket-qua', '--kind', 'month', '--period', '2023-09', '--out', out, '--data', data]
    for (const after of [150, 350, 550, 750]) {
      const child = spawn(process.execPath, [gplx.path, ...args], { env: gplx.environment, stdio: 'ignore' })
      await wait(after)
      child.kill('SIGKILL')
      await new Promise(resolve =>
        child.exitCode === null && child.signalCode === null ? child.on('exit', resolve) : resolve(null),
      )
      if (existsSync(out)) expect(gplx.run(...args).status).toBe(0)
    }
    expect(gplx.run(...args).status).toBe(0)
    expect(readdirSync(folder).filter(name => name.endsWith('.xlsx'))).toEqual(['thang-9.xlsx'])
    expect(gplx.answer('verify', '--data', data).ok).toBe(true)
  }, 180_000)
})
