import exceljs from 'exceljs'
import type { TestApp } from './app.ts'

/** A small red PNG. */
const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg=='

/** A sheet as an upper level sends it: merges, borders, widths, formulas, rules, a picture, empty cells to fill. */
export async function ministryForm(change: (workbook: exceljs.Workbook) => void = () => undefined) {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('Biểu 01', { views: [{ state: 'frozen', ySplit: 5 }] })
  sheet.columns = [{ width: 6 }, { width: 34 }, { width: 14 }, { width: 14 }, { width: 14 }]
  sheet.mergeCells('A1:E1')
  sheet.getCell('A1').value = 'BIỂU TỔNG HỢP KẾT QUẢ ĐỔI GIẤY PHÉP LÁI XE'
  sheet.getCell('A1').style = { font: { bold: true, size: 14 }, alignment: { horizontal: 'center' } }
  sheet.mergeCells('A2:E2')
  sheet.getCell('A2').style = { font: { italic: true }, alignment: { horizontal: 'center' } }
  const thin = { style: 'thin' } as const
  const border = { top: thin, left: thin, bottom: thin, right: thin }
  const lines = [
    ['TT', 'Đơn vị', 'Tiếp nhận', 'Đã giải quyết', 'Tỷ lệ'],
    [1, 'Tổ Rạch Giá', null, null, null],
    [2, 'Tổ Hà Tiên', null, null, null],
    [3, 'Tổ không có', null, null, null],
  ]
  lines.forEach((line, at) => {
    line.forEach((value, column) => {
      const cell = sheet.getCell(5 + at, column + 1)
      cell.value = value
      cell.style = { border, numFmt: column === 4 ? '0.0%' : '#,##0' }
    })
  })
  sheet.getCell('C9').value = { formula: 'SUM(C6:C8)', result: 0 }
  sheet.getCell('C9').style = { border, font: { bold: true } }
  sheet.getCell('D6').dataValidation = {
    type: 'whole',
    operator: 'greaterThan',
    formulae: [-1],
    allowBlank: true,
  }
  sheet.addConditionalFormatting({
    ref: 'C6:C8',
    rules: [
      {
        type: 'cellIs',
        operator: 'greaterThan',
        priority: 1,
        formulae: [10],
        style: { font: { bold: true } },
      },
    ],
  })
  const image = workbook.addImage({ base64: dot, extension: 'png' })
  sheet.addImage(image, { tl: { col: 5, row: 0 }, ext: { width: 40, height: 40 } })
  workbook.addWorksheet('Hướng dẫn').getCell('A1').value = 'Không sửa trang này'
  change(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Each command of the forms, on a form that was just sent, in an order in which each can succeed. */
export async function ministryFormCommands(
  desk: TestApp,
): Promise<readonly (readonly [string, () => Promise<unknown>])[]> {
  const { ministryForms } = desk.as('admin')
  const file = { name: 'bieu-bo.xlsx', bytes: await ministryForm() }
  const { id } = await desk.run(ministryForms.add({ name: 'Biểu của Bộ', file }))
  const department = {
    kind: 'cell',
    sheet: 'Biểu 01',
    cell: 'A2',
    source: { kind: 'department' },
  } as const
  return [
    ['ministryForms.setPlaces', () => ministryForms.setPlaces({ id, version: 1, places: [department] })],
    ['ministryForms.retire', () => ministryForms.retire({ id, version: 2 })],
  ]
}
