import { strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeReport } from '../../electron/core/excel/write.ts'
import { ketQuaDocument } from '../../electron/core/reports/ket-qua-document.ts'
import { altered, sheetOf } from '../support/altered-workbook.ts'
import { type ExportingOffice, exportingOffice } from '../support/exporting-office.ts'
import { ketQuaFacts } from '../support/ket-qua-facts.ts'
import { sample } from '../support/lists.ts'

let office: ExportingOffice
let exported: Uint8Array
beforeAll(async () => {
  office = await exportingOffice()
  exported = await office.exportOf('ket-qua')
}, 60_000)

const check = (bytes: Uint8Array) => office.check(bytes)

describe('a workbook made to look true', () => {
  test('is found out where the part kept for checking was changed too', async () => {
    const bytes = await altered(exported, workbook => {
      const seal = sheetOf(workbook, 'GPLX')
      seal.eachRow(row => {
        if (row.getCell(1).value === 'report') row.getCell(2).value = '"so-theo-doi"'
      })
    })
    expect(await check(bytes)).toMatchObject({ verdict: 'forged', differences: [] })
  })

  test('is found out where everything agrees but this office never exported it', async () => {
    const document = ketQuaDocument(ketQuaFacts())
    const { measures, unit } = ketQuaFacts()
    const basis = {
      office: 'Sở Giao thông vận tải tỉnh Kiên Giang',
      unit,
      periodRule: { weekStart: 1, monthClosesOn14: false },
      target: { numerator: 'finished', denominator: 'direct', bothCounts: 'larger' },
      filters: [],
      measures,
    } as const
    const mine = await writeReport({ ...document, basis })
    expect(await check(mine.bytes)).toMatchObject({ verdict: 'forged', exportedAt: null })
    const theirs = await writeReport({
      ...document,
      basis: { ...basis, office: 'Sở Giao thông vận tải tỉnh Cà Mau' },
    })
    const answer = await check(theirs.bytes)
    expect(answer).toMatchObject({
      verdict: 'match',
      office: 'Sở Giao thông vận tải tỉnh Cà Mau',
      exportedAt: null,
    })
    expect(answer.said).toContain('cơ quan khác')
  })

  test('without the part kept for checking it is none of ours', async () => {
    const bytes = await altered(exported, workbook => workbook.removeWorksheet('GPLX'))
    expect(await check(bytes)).toMatchObject({ verdict: 'foreign' })
  })
})

describe('whatever is given', () => {
  const bomb = () =>
    zipSync({ 'xl/workbook.xml': new Uint8Array(300 * 1024 * 1024).fill(0x20) }, { level: 9 })
  test.each<[string, () => Uint8Array, string, RegExp]>([
    ['another workbook', () => sample('01-portal.xlsx').bytes, 'foreign', /không phải báo cáo/],
    ['a text list', () => sample('05-list-utf8.csv').bytes, 'foreign', /CSV/],
    ['an old workbook', () => sample('08-biff.xls').bytes, 'damaged', /97–2003/],
    ['a page named .xls', () => sample('07-html.xls').bytes, 'foreign', /trang web/],
    ['half a file', () => exported.slice(0, exported.length / 2), 'damaged', /bị hỏng/],
    ['nothing', () => new Uint8Array(), 'damaged', /không có nội dung/],
    ['a zip bomb', bomb, 'damaged', /bất thường/],
    ['a zip without a workbook', () => zipSync({ 'a.txt': strToU8('a') }), 'damaged', /không phải bảng tính/],
    [
      'one with a password',
      () =>
        Uint8Array.from([
          0xd0,
          0xcf,
          0x11,
          0xe0,
          ...[...'EncryptedPackage'].flatMap(c => [c.charCodeAt(0), 0]),
        ]),
      'damaged',
      /mật khẩu/,
    ],
    [
      'one whose sheet is cut off',
      () => {
        const parts = unzipSync(exported)
        const sheet = parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array()
        return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': sheet.slice(0, 500) })
      },
      'damaged',
      /bị hỏng/,
    ],
  ])('%s gets a clear answer', async (_, bytes, verdict, said) => {
    const answer = await check(bytes())
    expect(answer).toMatchObject({ verdict, differences: [] })
    expect(answer.said).toMatch(said)
  })

  test('checking changes nothing and leaves no entry', async () => {
    const before = await office.desk.as('admin').audit.list({})
    await check(exported)
    expect((await office.desk.as('admin').audit.list({})).length).toBe(before.length)
  })
})
