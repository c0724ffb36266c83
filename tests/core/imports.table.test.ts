import { describe, expect, test } from 'vitest'
import { readList } from '../../electron/core/excel/read.ts'
import { type Row, type Sheet, textCell } from '../../electron/core/excel/sheet.ts'
import { headingKey } from '../../electron/core/imports/claims.ts'
import { dataRows } from '../../electron/core/imports/data-rows.ts'
import { findTable, type TableChoice } from '../../electron/core/imports/find-table.ts'
import { expectedFile, refusal, sample } from '../support/lists.ts'

const fieldsOf = (columns: readonly { readonly heading: string; readonly field: string | null }[]) =>
  Object.fromEntries(columns.map(column => [column.heading, column.field]))

function sheetOf(
  lines: readonly (readonly string[])[],
  merges: Sheet['merges'] = [],
  name: string | null = 'DS',
): Sheet {
  const rows: Row[] = lines.flatMap((line, i) =>
    line.every(text => text === '')
      ? []
      : [{ number: i + 1, cells: line.map(text => (text === '' ? undefined : textCell(text))) }],
  )
  return { name, hidden: false, date1904: false, rows, merges, hiddenColumns: new Set() }
}

function tableOf(
  lines: readonly (readonly string[])[],
  choice: TableChoice = {},
  merges: Sheet['merges'] = [],
) {
  const table = findTable([sheetOf(lines, merges)], choice)
  return { table, rows: dataRows(table).rows.map(row => row.number), fields: fieldsOf(table.columns) }
}

describe('the sample lists', () => {
  test.each(['01-portal.xlsx', '02-counter.xlsx', '05-list-utf8.csv', '09-update.xlsx', '10-dirty.xlsx'])(
    'sheet, heading and rows of %s are found',
    name => {
      const expected = expectedFile(name)
      const table = findTable(readList(sample(name)).sheets)
      const { rows } = dataRows(table)
      expect(table.sheet.name).toBe(expected.sheet)
      expect(table.headerRows).toEqual(expected.headerRows)
      expect(table.firstDataRow).toBe(expected.firstDataRow)
      expect(rows.at(-1)?.number).toBe(expected.lastDataRow)
      expect(rows).toHaveLength(expected.counts.rows)
    },
  )

  test('all columns of the portal’s merged heading are known but those of no use', () => {
    const table = findTable(readList(sample('01-portal.xlsx')).sheets)
    expect(table.columns.filter(column => column.field === null).map(column => column.heading)).toEqual([
      'STT',
      'ID nội bộ',
      'Mã đơn vị',
    ])
    expect(fieldsOf(table.columns)).toMatchObject({
      'Chủ hồ sơ – Họ và tên': 'fullName',
      'Thời gian – Ngày nhận hồ sơ': 'receivedAt',
      'Giấy phép lái xe – Số giấy phép lái xe': 'licenceNumber',
      'Giấy phép lái xe – Số lượng GPLX': 'licences',
      'Người nhận hồ sơ': 'officer',
    })
    expect(table.columns[1]?.samples).toHaveLength(3)
  })

  test('groups, sums and the signature block are named as skipped', () => {
    const { skipped } = dataRows(findTable(readList(sample('01-portal.xlsx')).sheets))
    expect(skipped).toEqual([51, 52, 61, 62, 153, 154, 156, 157, 158, 160])
  })
})

describe('headings', () => {
  const data = ['000.00.06.H33-230626-0156', 'Đào Ổn', '26/06/2023']

  test('are compared without marks, brackets and signs', () => {
    expect(headingKey('  NGÀY  tiếp nhận\n(dd/mm/yyyy) *')).toBe('ngay tiep nhan')
  })

  test('“Người nộp” is the person where it stands alone, and a second person beside “Chủ hồ sơ”', () => {
    expect(tableOf([['Mã HS', 'Người nộp', 'Ngày nhận'], data]).fields).toMatchObject({
      'Người nộp': 'fullName',
    })
    const both = tableOf([
      ['Mã HS', 'Người nộp', 'Ngày nhận', 'Chủ hồ sơ'],
      [...data, 'Lý Ân'],
    ])
    expect(both.fields).toMatchObject({ 'Người nộp': 'submitter', 'Chủ hồ sơ': 'fullName' })
  })

  test('of two columns for one field the surer heading wins and the other stays unmapped', () => {
    const { table } = tableOf([
      ['Mã biên nhận', 'Mã hồ sơ', 'Họ tên', 'Ngày nhận'],
      ['1', ...data],
    ])
    expect(table.columns.map(column => column.field)).toEqual([null, 'dossierCode', 'fullName', 'receivedAt'])
  })

  test('a parent merged over its children joins them', () => {
    const merges = [
      { top: 1, bottom: 2, left: 0, right: 0 },
      { top: 1, bottom: 1, left: 1, right: 2 },
      { top: 1, bottom: 1, left: 3, right: 4 },
    ]
    const { table, rows } = tableOf(
      [
        ['Mã hồ sơ', 'Chủ hồ sơ', '', 'Người nộp', ''],
        ['', 'Họ tên', 'SĐT', 'Họ tên', 'Ghi chú'],
        ['000.00.06.H33-230626-0156', 'Đào Ổn', '0912345678', 'Lý Ân', ''],
      ],
      {},
      merges,
    )
    expect(table.headerRows).toEqual([1, 2])
    expect(table.columns.map(column => column.field)).toEqual([
      'dossierCode',
      'fullName',
      'phone',
      'submitter',
      'notes',
    ])
    expect(rows).toEqual([3])
  })

  test('repeated on a later page they are no data', () => {
    const heading = ['Mã hồ sơ', 'Họ tên', 'Ngày nhận']
    expect(tableOf([heading, data, heading, data]).rows).toEqual([2, 4])
  })

  test('an unknown sheet is answered with what was looked for', () => {
    const { code, message } = refusal(() =>
      tableOf([
        ['Tên hàng', 'Đơn giá', 'Số lượng'],
        ['a', '1', '2'],
      ]),
    )
    expect(code).toBe('invalid')
    expect(message).toContain('“Mã hồ sơ”')
  })
})

describe('what the user chooses', () => {
  const heading = ['Cột A', 'Mã hồ sơ', 'Họ tên', 'Ngày nhận']
  const lines = [heading, ['X-1', '000.00.06.H33-230626-0156', 'Đào Ổn', '26/06/2023']]

  test('wins over what was found, and frees the column found for the same field', () => {
    const { table } = tableOf(lines, {
      mapping: new Map([
        [0, 'dossierCode'],
        [2, null],
      ]),
    })
    expect(table.columns.map(column => column.field)).toEqual(['dossierCode', null, null, 'receivedAt'])
  })

  test('must be fields of the product, each once', () => {
    expect(refusal(() => tableOf(lines, { mapping: new Map([[0, 'salary']]) })).code).toBe('invalid')
    const twice = new Map([
      [0, 'notes'],
      [2, 'notes'],
    ])
    expect(refusal(() => tableOf(lines, { mapping: twice })).message).toContain('“Ghi chú”')
  })

  test('can be another sheet, even a hidden one, but it must exist', () => {
    const hidden: Sheet = { ...sheetOf(lines, [], 'Cũ'), hidden: true }
    const shown = sheetOf([heading, ['', 'A-2', 'Lý Ân', '27/06/2023'], ['', 'A-3', 'Lý Ân', '27/06/2023']])
    expect(findTable([hidden, shown]).sheet.name).toBe('DS')
    expect(findTable([hidden, shown], { sheet: 'Cũ' }).sheet.name).toBe('Cũ')
    expect(refusal(() => findTable([hidden, shown], { sheet: 'Mới' })).code).toBe('invalid')
  })
})

describe('rows that stand for no application', () => {
  const heading = ['STT', 'Mã hồ sơ', 'Họ tên', 'SĐT', 'Ngày nhận', 'Trạng thái', 'Ghi chú']
  const row = ['1', 'BN-01', 'Tống Công', '0912345678', '26/06/2023', '4', '']

  test('numbers of columns, groups, sums and signatures are left out', () => {
    const { rows } = tableOf([
      heading,
      ['1', '2', '3', '4', '5', '6', '7'],
      ['I. Sở, ban, ngành', '', '', '', '', '', ''],
      row,
      ['Cộng I', '1', '', '', '', '', ''],
      ['', '', '', '', '', '', ''],
      ['Tổng cộng: 1 hồ sơ', '', '', '', '', '', ''],
      ['', '', '', '', '', 'Rạch Giá, ngày 08 tháng 10 năm 2023', ''],
      ['', '', 'NGƯỜI LẬP BIỂU', '', '', 'GIÁM ĐỐC', ''],
      ['', '', '(Ký, ghi rõ họ tên)', '', '', '', ''],
      ['', '', 'Lý Ân', '', '', 'Đào Ổn', ''],
    ])
    expect(rows).toEqual([4])
  })

  test('a full row without a code is data, to be refused by name; so is a bare code', () => {
    const { rows } = tableOf([heading, ['1', ' \u200b', ...row.slice(2)], ['2', 'BN-02', '', '', '', '', '']])
    expect(rows).toEqual([2, 3])
  })

  test('people called Tống or Công are no sums', () => {
    const { rows } = tableOf([
      ['Họ tên', 'Mã hồ sơ', 'Ngày nhận'],
      ['Tống Văn Ổn', 'BN-01', ''],
      ['Công Tằng', 'BN-02', ''],
    ])
    expect(rows).toEqual([2, 3])
  })
})
