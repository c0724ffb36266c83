import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'
import { bundledGplx, type Gplx } from '../support/gplx.ts'
import { readWorkbook } from '../support/workbook.ts'

const sample = (name: string) => fileURLToPath(new URL(`../samples/${name}`, import.meta.url))
const expected = JSON.parse(readFileSync(sample('expected-five.json'), 'utf8'))

describe('the command line', () => {
  let gplx: Gplx
  let data: string

  beforeAll(async () => {
    gplx = await bundledGplx()
    data = gplx.newDesk()
  }, 180_000)

  test('the five samples, imported one after the other, give the expected figures and target', () => {
    for (const { name, counts } of expected.files) {
      const dry = gplx.answer('import', sample(name), '--dry-run', '--data', data)
      expect(dry.importId).toBeNull()
      const done = gplx.answer('import', sample(name), '--data', data)
      expect(done.importId).toEqual(expect.any(Number))
      expect({ ...done, importId: null }).toEqual(dry)
      expect(
        done.mapping['Mã hồ sơ'] ??
          done.mapping['Mã HS'] ??
          done.mapping['Số hồ sơ'] ??
          done.mapping['Mã biên nhận'],
      ).toBe('dossierCode')
      if (typeof counts.new === 'number') expect(done.counts).toMatchObject(counts)
    }
    const month = gplx.answer('figures', '--kind', 'month', '--period', '2023-09', '--data', data)
    expect(month.measures).toEqual(expected.figures.month['2023-09'].measures)
    expect(month.period).toMatchObject({ kind: 'month', id: '2023-09', from: '2023-09-01', to: '2023-09-30' })
    expect(month.byDay).toHaveLength(30)
    const range = gplx.answer('figures', '--from', '2023-08-15', '--to', '2023-09-14', '--data', data)
    expect(range.measures).toEqual(expected.figures.monthTo14['2023-09'].measures)
    const licences = gplx.answer(
      'figures',
      '--kind',
      'month',
      '--period',
      '2023-09',
      '--unit',
      'licences',
      '--data',
      data,
    )
    expect(licences.measures).toEqual(expected.figuresInLicences.month['2023-09'])
    const target = gplx.answer('target', '--year', '2023', '--as-of', '2023-09-30', '--data', data)
    expect(target).toMatchObject(expected.target['2023-09-30'])
  }, 180_000)

  test('the rejected rows are written as they came, with the reason', async () => {
    const other = gplx.newDesk()
    const errors = join(temporaryFolder(), 'loi.xlsx')
    const done = gplx.answer('import', sample('10-dirty.xlsx'), '--errors', errors, '--data', other)
    const [sheet] = await readWorkbook(readFileSync(errors))
    const rows = sheet?.rows ?? []
    expect(rows.length).toBe(done.counts.rejected + 1)
    expect(JSON.stringify(rows[0])).toContain('Lỗi')
  }, 180_000)

  test('the report is a workbook, named by the caller, and nothing else is left beside it', async () => {
    const folder = temporaryFolder()
    const out = join(folder, 'thang-9.xlsx')
    const answer = gplx.answer(
      'report',
      'ket-qua',
      '--kind',
      'month',
      '--period',
      '2023-09',
      '--out',
      out,
      '--data',
      data,
    )
    expect(answer.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(readdirSync(folder)).toEqual(['thang-9.xlsx'])
    const sheets = await readWorkbook(readFileSync(out))
    expect(sheets.map(({ name }) => name)).toEqual([
      'Tổng hợp',
      'Theo ngày',
      'Khó khăn, vướng mắc',
      'Biểu đồ',
    ])
    expect(gplx.answer('check-file', out, '--data', data)).toMatchObject({
      verdict: 'match',
      differences: [],
    })
  })

  test('a checked file gets its verdict, and 1 where it cannot be read', () => {
    const foreign = gplx.run('check-file', sample('01-portal.xlsx'), '--data', data)
    expect(foreign).toMatchObject({ status: 0, stdout: expect.stringContaining('không phải báo cáo') })
    const unreadable = gplx.run('check-file', sample('08-biff.xls'), '--data', data)
    expect(unreadable).toMatchObject({ status: 1, stderr: expect.stringContaining('97–2003') })
  })

  test('the reports there are name their period kinds', () => {
    for (const name of ['ket-qua', 'so-theo-doi'])
      expect(gplx.answer('reports', '--data', data)).toContainEqual(
        expect.objectContaining({ name, periodKinds: expect.arrayContaining(['day', 'week', 'month']) }),
      )
  })

  test('the list searches without marks and pages by cursor', () => {
    const first = gplx.answer('list', '--limit', '5', '--data', data)
    expect(first.rows).toHaveLength(5)
    const second = gplx.answer('list', '--limit', '5', '--after', first.next, '--data', data)
    const codes = [...first.rows, ...second.rows].map(
      ({ dossierCode }: { dossierCode: string }) => dossierCode,
    )
    expect(new Set(codes).size).toBe(10)
    expect(gplx.answer('list', '--query', 'nguyen', '--data', data).total).toBeGreaterThan(20)
  })

  test('a copy is made and everything verifies', () => {
    const { name } = gplx.answer('backup', '--data', data)
    expect(existsSync(join(data, 'backups', name))).toBe(true)
    expect(gplx.answer('verify', '--data', data).ok).toBe(true)
  })

  test('the bench sets every measurement beside its floor and asks every query what screens ask of it', () => {
    const folder = join(temporaryFolder(), 'do')
    const { applications, fill, measured, queries } = gplx.answer('bench', '--size', '300', '--data', folder)
    expect([applications, fill.seconds > 0]).toEqual([300, true])
    for (const each of measured) {
      expect(each).toMatchObject({ what: expect.any(String), raw: expect.any(String) })
      for (const ms of [each.p50, each.p95, each.rawP50]) expect(ms, each.what).toBeGreaterThan(0)
      expect(each.ratio).toBeCloseTo(each.p50 / each.rawP50, 6)
    }
    expect(measured.length).toBeGreaterThan(40)
    expect(queries.length).toBeGreaterThan(30)
    const again = gplx.run('bench', '--data', folder)
    expect([again.status, again.stdout]).toEqual([
      0,
      expect.stringContaining('hồ sơ mẫu đã có trong thư mục'),
    ])
    expect(again.stdout).toContain('luồng riêng')
  }, 240_000)

  test('the bench leaves an office’s own folder alone', () => {
    const office = gplx.newDesk()
    const { status, stderr } = gplx.run('bench', '--size', '300', '--data', office)
    expect([status, stderr]).toEqual([1, expect.stringContaining('dữ liệu thật')])
    expect(gplx.answer('list', '--data', office).total).toBe(0)
  }, 60_000)

  test('wrong usage ends with 2 and shows how it is used', () => {
    for (const args of [[], ['khong-co'], ['figures', '--la'], ['init', '--province', '91'], ['report']]) {
      const { status, stderr } = gplx.run(...args, '--data', data)
      expect(status, args.join(' ')).toBe(2)
      expect(stderr).toContain('Cách dùng')
    }
  })

  test('a refusal ends with 1, one line in Vietnamese, and says why as JSON', () => {
    const used = gplx.run(
      'init',
      '--province',
      '91',
      '--year',
      '2023',
      '--admin',
      'ai-do',
      '--data',
      data,
      '--json',
    )
    expect(used.status).toBe(1)
    expect(JSON.parse(used.stdout)).toMatchObject({ ok: false, error: { code: 'conflict' } })
    expect(used.stderr.trim().split('\n')).toHaveLength(1)
    expect(gplx.run('import', sample('08-biff.xls'), '--data', data).status).toBe(1)
    expect(gplx.run('import', 'khong-co.xlsx', '--data', data).status).toBe(1)
    expect(gplx.run('figures', '--kind', 'month', '--period', '2023-13', '--data', data).status).toBe(1)
    expect(gplx.run('list', '--as', 'khong-ai', '--data', data).status).toBe(1)
  })

  test('a new folder answers that nothing is set up, and an operation by name can be called', () => {
    const empty = join(temporaryFolder(), 'trong')
    expect(gplx.answer('call', 'setup.state', '{}', '--data', empty)).toMatchObject({ ready: false })
    expect(JSON.parse(gplx.run('list', '--data', empty, '--json').stdout).error.code).toBe('not-found')
  })

  test('an operation by name that is long work is run to its end, and files go in and out as base64', () => {
    const bytes = { $bytes: readFileSync(sample('05-list-utf8.csv')).toString('base64') }
    const input = JSON.stringify({ file: { name: 'danh-sach.csv', bytes } })
    const desk = gplx.newDesk()
    const done = gplx.answer('call', 'imports.apply', input, '--data', desk)
    expect(done).toMatchObject({ jobId: expect.any(String), result: { counts: { new: 56 } } })
    expect(
      gplx.answer('call', 'jobs.status', JSON.stringify({ id: done.jobId }), '--data', desk),
    ).toMatchObject({
      state: 'done',
    })
    const period = { kind: 'month', id: '2023-09' }
    const report = gplx.answer(
      'call',
      'reports.export',
      JSON.stringify({ name: 'ket-qua', period }),
      '--data',
      desk,
    )
    const file = gplx.answer('call', 'jobs.file', JSON.stringify({ id: report.jobId }), '--data', desk)
    expect(Buffer.from(file.bytes.$bytes, 'base64').subarray(0, 2).toString()).toBe('PK')
    expect(
      gplx.run('call', 'imports.apply', '{"file":{"name":"a.csv","bytes":{"$bytes":5}}}', '--data', desk)
        .status,
    ).toBe(2)
    const refused = gplx.run(
      'call',
      'imports.apply',
      '{"file":{"name":"a.csv","bytes":{"$bytes":""}}}',
      '--data',
      desk,
    )
    expect(refused.status).toBe(1)
  }, 180_000)

  test('a mistyped folder is refused and not made', () => {
    const missing = join(temporaryFolder(), 'go-nham')
    for (const verb of [
      ['list'],
      ['verify'],
      ['backup'],
      ['target', '--year', '2023'],
      ['import', sample('01-portal.xlsx')],
    ]) {
      const { status, stdout } = gplx.run(...verb, '--data', missing, '--json')
      expect(status, verb[0]).toBe(1)
      expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'not-found' } })
      expect(existsSync(missing)).toBe(false)
    }
  }, 180_000)

  test('a copy can be put elsewhere too, and a place that cannot be written says so', () => {
    const to = join(temporaryFolder(), 'bản sao')
    const { name, copiedTo } = gplx.answer('backup', '--to', to, '--data', data)
    expect(readdirSync(to)).toContain(name)
    expect(copiedTo).toBe(join(to, name))
    expect(readFileSync(join(to, name)).equals(readFileSync(join(data, 'backups', name)))).toBe(true)
    const file = join(temporaryFolder(), 'tep')
    writeFileSync(file, '')
    expect(gplx.run('backup', '--to', file, '--data', data).status).toBe(1)
  }, 180_000)

  test('a place that cannot take the error workbook is told before anything is imported', () => {
    const desk = gplx.newDesk()
    const errors = join(temporaryFolder(), 'khong-co', 'loi.xlsx')
    expect(gplx.run('import', sample('10-dirty.xlsx'), '--errors', errors, '--data', desk).status).toBe(1)
    expect(gplx.answer('call', 'imports.history', '{}', '--data', desk)).toEqual([])
  }, 180_000)

  test('a folder given as a list, and a port that is none, are refusals', () => {
    expect(gplx.run('import', temporaryFolder(), '--data', data).status).toBe(1)
    expect(gplx.run('serve', '--port', '99999', '--data', data).status).toBe(1)
  }, 180_000)

  test('wrong usage is said in Vietnamese, as JSON too when asked; --help is no mistake', () => {
    const { status, stdout, stderr } = gplx.run('list', '--la', '--data', data, '--json')
    expect(status).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, error: { code: 'invalid' } })
    expect(stderr.split('\n')[0]).toBe('Không có tham số --la.')
    expect(gplx.run('list', '--query', '--data', data).stderr.split('\n')[0]).toBe(
      'Tham số --query cần một giá trị.',
    )
    expect(gplx.run('figures', '--from', '2023-09-01', '--data', data).stderr.split('\n')[0]).toBe(
      'Lệnh figures cần cả --from và --to.',
    )
    expect(gplx.run('backup', '--out', 'x', '--data', data).status).toBe(2)
    const help = gplx.run('--help')
    expect([help.status, help.stdout.slice(0, 9)]).toEqual([0, 'Cách dùng'])
  }, 180_000)

  test('sample data of a wanted size come from a fixed seed', () => {
    const [one, two] = [join(temporaryFolder(), 'a'), join(temporaryFolder(), 'b')]
    for (const folder of [one, two]) gplx.answer('demo', '--size', '300', '--data', folder)
    const year = (folder: string) =>
      gplx.answer('figures', '--kind', 'year', '--period', '2023', '--data', folder)
    expect(year(one)).toEqual(year(two))
    expect(year(one).measures.registered.total).toBe(300)
  })
})
