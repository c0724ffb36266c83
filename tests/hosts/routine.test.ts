import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Desk } from '../../electron/cli/desk.ts'
import { routine } from '../../electron/cli/verbs/routine.ts'
import { temporaryFolder } from '../support/folder.ts'
import { bundledGplx, type Ended, type Gplx } from '../support/gplx.ts'
import { readWorkbook } from '../support/workbook.ts'

const portal = fileURLToPath(new URL('../samples/01-portal.xlsx', import.meta.url))
const month = ['--kind', 'month', '--period', '2023-09'] as const
type Written = { readonly name: string; readonly file: string; readonly sha256: string }

describe('the round of reports on the command line', () => {
  let gplx: Gplx
  let data: string

  beforeAll(async () => {
    gplx = await bundledGplx()
    data = gplx.newDesk()
    gplx.answer('import', portal, '--data', data)
  }, 180_000)

  const prepared = (out: string) => gplx.answer('routine', ...month, '--out', out, '--data', data)

  test('writes every report whole into a folder it makes, after what is doubtful', async () => {
    const out = join(temporaryFolder(), 'báo cáo', 'tháng 9')
    const { doubts, written } = prepared(out)
    expect(doubts.map(({ key }: { key: string }) => key)).toContain('no-direct-work')
    expect(written.length).toBeGreaterThan(5)
    expect(readdirSync(out).sort()).toEqual(written.map(({ file }: Written) => file).sort())
    for (const { name, file, sha256 } of written as Written[]) {
      expect(file).toBe(`bao-cao-${name}-2023-09.xlsx`)
      const bytes = readFileSync(join(out, file))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }
    const figures = gplx.answer('figures', ...month, '--data', data)
    const cells = (await readWorkbook(readFileSync(join(out, 'bao-cao-ket-qua-2023-09.xlsx')))).flatMap(
      ({ rows }) => rows.flat(),
    )
    expect(cells).toContain(figures.measures.received.total)
  }, 60_000)

  test('says the doubts first to a person, and replaces the files of an earlier round', () => {
    const out = temporaryFolder()
    writeFileSync(join(out, 'bao-cao-ket-qua-2023-09.xlsx'), 'bản cũ')
    writeFileSync(join(out, 'ghi-chu.txt'), 'của người khác')
    const { status, stdout } = gplx.run('routine', ...month, '--out', out, '--data', data)
    expect(status).toBe(0)
    const lines = stdout.trim().split('\n')
    expect(lines.findIndex(line => line.startsWith('!'))).toBe(0)
    expect(lines.at(-1)).toMatch(/^Đã ghi bao-cao-/)
    expect(readFileSync(join(out, 'bao-cao-ket-qua-2023-09.xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect(readFileSync(join(out, 'ghi-chu.txt'), 'utf8')).toBe('của người khác')
  }, 60_000)

  test('a place that takes no files is refused at once, with one sentence', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'tep.txt')
    writeFileSync(file, '')
    for (const out of [file, join(file, 'con')]) {
      const { status, stdout, stderr } = gplx.run('routine', ...month, '--out', out, '--data', data)
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
      expect(stderr).toContain('Không tạo được thư mục')
    }
    expect(readdirSync(folder)).toEqual(['tep.txt'])
  }, 60_000)

  // a folder nobody can write to, not even the system's own user
  test.skipIf(!existsSync('/proc/self/fd'))(
    'a folder that cannot be written is refused before any work',
    () => {
      const { status, stdout, stderr } = gplx.run('routine', ...month, '--out', '/proc/self', '--data', data)
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
      expect(stderr.trim().split('\n')).toHaveLength(1)
      expect(stderr).toContain('Không ghi được vào thư mục /proc/self')
    },
  )

  test('a period that has not begun leaves no folder, and wrong words end with 2', () => {
    const out = join(temporaryFolder(), 'moi')
    const run = (...args: string[]) => gplx.run('routine', ...args, '--out', out, '--data', data)
    expect(run('--kind', 'month', '--period', '2099-01')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('chưa bắt đầu'),
    })
    expect(run('--kind', 'month', '--period', '2023-13').status).toBe(1)
    expect(run('--kind', 'thang', '--period', '2023-09').status).toBe(2)
    expect(run('--kind', 'month').status).toBe(2)
    expect(gplx.run('routine', ...month, '--data', data).status).toBe(2)
    expect(existsSync(out)).toBe(false)
  })

  test('two rounds at once into one folder both write it whole', async () => {
    const out = temporaryFolder()
    const begun = () =>
      new Promise<Ended>(resolve => {
        const args = ['routine', ...month, '--out', out, '--data', data, '--json']
        const child = spawn(process.execPath, [gplx.path, ...args], { env: gplx.environment })
        let stdout = ''
        let stderr = ''
        child.stdout.on('data', part => {
          stdout += String(part)
        })
        child.stderr.on('data', part => {
          stderr += String(part)
        })
        child.on('close', status => resolve({ status, stdout, stderr }))
      })
    const both = await Promise.all([begun(), begun()])
    expect(both.map(({ status, stderr }) => ({ status, stderr }))).toEqual([
      { status: 0, stderr: '' },
      { status: 0, stderr: '' },
    ])
    const names = (JSON.parse(both[0].stdout).written as Written[]).map(({ file }) => file)
    expect(readdirSync(out).sort()).toEqual(names.sort())
    for (const name of names) expect(await readWorkbook(readFileSync(join(out, name)))).not.toEqual([])
  }, 60_000)

  test('a pattern with slashes and dots stays inside the folder', () => {
    const value = { pattern: '../{loại kỳ}/{kỳ}\\{báo cáo}: ?' }
    const setting = JSON.stringify({ key: 'reportFiles', version: 0, value })
    gplx.answer('call', 'settings.set', setting, '--data', data)
    const above = temporaryFolder()
    const out = join(above, 'ra')
    expect(prepared(out).written[0].file).toBe('..-thang-2023-09-ket-qua- -.xlsx')
    expect(readdirSync(above)).toEqual(['ra'])
    expect(readdirSync(out).every(name => name.endsWith('.xlsx'))).toBe(true)
  }, 60_000)
})

/** A core that has three reports, and lets the test interfere while one is made. */
function deskWith(make: (name: string) => void): Desk {
  const reports = ['mot', 'hai', 'ba'].map(name => ({
    ...{ name, period: { kind: 'month', id: '2023-09' }, filing: null },
  }))
  return {
    folder: '',
    call: async () => ({ doubts: [], reports }) as never,
    run: async (_, input) => {
      const { name } = input as unknown as { name: string }
      make(name)
      return { result: { sha256: '' } as never, file: async () => ({ name, bytes: new Uint8Array([1]) }) }
    },
    any: async () => null,
    close: async () => {},
  }
}

const words = (out: string) => {
  const given: Record<string, string> = { kind: 'month', period: '2023-09', out }
  return { required: (name: string) => given[name] ?? '' } as Parameters<typeof routine>[1]
}

describe('a folder that goes while the round is made', () => {
  test('costs the reports of that time only; the status says that some are missing', async () => {
    const out = join(temporaryFolder(), 'usb')
    const { status, json } = await routine(
      deskWith(name => {
        if (name === 'hai') rmSync(out, { recursive: true })
        if (name === 'ba') mkdirSync(out)
      }),
      words(out),
    )
    expect(status).toBe(1)
    expect((json as { written: object[] }).written).toEqual([
      { name: 'mot', file: 'mot', sha256: '' },
      { name: 'hai', refused: expect.stringContaining('Không ghi được tệp hai') },
      { name: 'ba', file: 'ba', sha256: '' },
    ])
    expect(readdirSync(out)).toEqual(['ba'])
  })
})
