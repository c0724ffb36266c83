import { beforeEach, describe, expect, test } from 'vitest'
import type { ReportDocument, Table } from '../../electron/core/reports/report.ts'
import { bookDocument } from '../../electron/core/reports/so-theo-doi-document.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { anApplication, logged, moved } from '../support/builders.ts'
import { ketQuaFacts } from '../support/ket-qua-facts.ts'
import { refusal } from '../support/refusal.ts'
import { readWorkbook } from '../support/workbook.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const month = { kind: 'month', id: '2023-09' } as const
const name = 'so-theo-doi'
const preview = (period: { kind: 'day' | 'week' | 'month'; id: string } = month) =>
  desk.as('viewer').reports.preview({ name, period })

async function received(about: Parameters<typeof anApplication>[0]) {
  const { id } = await desk.as('officer').applications.create(anApplication({ receivedToo: true, ...about }))
  return desk.as('officer').applications.get({ id })
}

function book(document: ReportDocument): Table {
  const table = document.sheets[0]?.blocks.find(block => block.kind === 'table')
  if (table?.kind !== 'table') throw new Error('the book has no table')
  return table
}
const column = (document: ReportDocument, at: number) =>
  book(document).rows.map(({ cells }) => cells[at]?.value)

describe('the book of files (Mẫu 06)', () => {
  test('has the columns of the form, on one grid', async () => {
    const { columns, headings } = book(await preview())
    expect(headings.flat().map(({ text }) => text)).toEqual([
      ...[
        'TT',
        'Mã hồ sơ',
        'Tên TTHC',
        'Số lượng hồ sơ (bộ)',
        'Tên cá nhân, tổ chức',
        'Địa chỉ, số điện thoại',
      ],
      ...['Cơ quan chủ trì giải quyết', 'Ngày, tháng, năm', 'Trả kết quả', 'Ghi chú'],
      ...[
        'Nhận hồ sơ',
        'Hẹn trả kết quả',
        'Chuyển hồ sơ đến cơ quan giải quyết',
        'Nhận kết quả từ cơ quan giải quyết',
      ],
      ...['Ngày, tháng, năm', 'Phương thức nhận kết quả', 'Ký nhận'],
    ])
    expect(headings.flat().reduce((sum, { colSpan = 1, rowSpan = 1 }) => sum + colSpan * rowSpan, 0)).toBe(
      columns.length * 2,
    )
    expect(columns).toHaveLength(15)
  })

  test('holds the files received in the period, by day, hour and order of logging', async () => {
    await received({ dossierCode: 'HS-3', registered: '2023-09-19', time: '09:30' })
    await received({ dossierCode: 'HS-2', registered: '2023-09-19', time: '08:05' })
    await received({ dossierCode: 'HS-4', registered: '2023-09-20' })
    await received({ dossierCode: 'HS-1', registered: '2023-09-18', time: '16:00' })
    await received({ dossierCode: 'HS-0', registered: '2023-08-31' })
    await logged(desk, { status: 1, dossierCode: 'HS-5' })
    const document = await preview()
    expect(column(document, 1)).toEqual(['HS-1', 'HS-2', 'HS-3', 'HS-4'])
    expect(column(document, 0)).toEqual([1, 2, 3, 4])
    expect(column(await preview({ kind: 'day', id: '2023-09-19' }), 1)).toEqual(['HS-2', 'HS-3'])
    expect(column(await preview({ kind: 'week', id: '2023-W35' }), 1)).toEqual(['HS-0'])
  })

  test('tells the way of a file through its days; what is not known yet stays white', async () => {
    let file = await received({
      ...{ registered: '2023-09-05', fullName: 'Trần Thị Mẫu', address: '7 đường Mẫu' },
      ...{ phone: '0912345678', returnWay: 'post' },
    })
    await desk.as('officer').slips.issue({ kind: 'receipt', subject: { applicationId: file.id } })
    file = await moved(desk, file, 'process', '2023-09-06')
    file = await moved(desk, file, 'finish', '2023-09-11')
    await moved(desk, file, 'return', '2023-09-13')
    await received({ registered: '2023-09-06' })
    const [done, open] = book(await preview()).rows
    expect(done?.cells.map(({ value }) => value).slice(4)).toEqual([
      ...['Trần Thị Mẫu', '7 đường Mẫu, 0912345678', 'Sở Giao thông vận tải'],
      ...['2023-09-05', '2023-09-12', '2023-09-06', '2023-09-11', '2023-09-13', 'Qua bưu điện', null],
      'Giấy tiếp nhận số 1/2023',
    ])
    expect(open?.cells.slice(9, 15)).toEqual(Array(6).fill({ value: null, none: '' }))
  })

  test('remarks a file that was withdrawn or stopped, and forgets a step that was taken back', async () => {
    await logged(desk, { status: 7, registered: '2023-09-18' })
    await logged(desk, { status: 8, registered: '2023-09-19' })
    const file = await logged(desk, { status: 4, registered: '2023-09-20' })
    const { id, version, history } = file
    const eventId = history.at(-1)?.id ?? 0
    await desk.as('team-lead').applications.correct({ id, version, eventId, day: null, reason: 'Nhầm' })
    const document = await preview()
    expect(column(document, 14)).toEqual([
      'Công dân rút ngày 18/09/2023',
      'Dừng giải quyết ngày 19/09/2023',
      null,
    ])
    expect(column(document, 9).at(-1)).toBeNull()
  })

  test('is exported as a workbook whose days are days and whose codes are text', async () => {
    await received({
      dossierCode: '000.00.12.H62-230918-0004',
      phone: '0912345678',
      registered: '2023-09-18',
    })
    const { jobId } = await desk.as('viewer').reports.export({ name, period: month })
    await desk.jobs.finished(jobId)
    const { name: fileName, bytes } = await desk.as('viewer').jobs.file({ id: jobId })
    expect(fileName).toBe('bao-cao-so-theo-doi-2023-09.xlsx')
    const [sheet] = await readWorkbook(bytes)
    const texts = sheet?.rows.flat().filter(value => value !== null)
    expect(texts).toContain('BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ')
    expect(texts).toContain('SỔ THEO DÕI HỒ SƠ')
    expect(texts).toContain('(Từ ngày 01/09/2023 đến ngày 30/09/2023)')
    const at = sheet?.rows.findIndex(cells => cells[1] === '000.00.12.H62-230918-0004') ?? -1
    expect(sheet?.cells.get(`B${at + 1}`)?.type).toBe('text')
    expect(sheet?.cells.get(`H${at + 1}`)).toMatchObject({
      value: '2023-09-18',
      type: 'day',
      format: 'dd/mm/yyyy',
    })
    expect(sheet?.cells.get(`I${at + 1}`)).toMatchObject({ value: '2023-09-25', type: 'day' })
    expect(sheet?.cells.get(`L${at + 1}`)?.value ?? '').toBe('')
    expect(sheet?.sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, fitToHeight: 1 })
    expect(sheet?.sheet.pageSetup.printTitlesRow).toBe(`${at - 1}:${at}`)
  })

  test('of a period without files says so, and is made by day, week and month alone', async () => {
    expect(JSON.stringify(await preview({ kind: 'day', id: '2023-09-03' }))).toContain(
      'Không tiếp nhận hồ sơ nào trong kỳ.',
    )
    const quarter = desk.as('viewer').reports.preview({ name, period: { kind: 'quarter', id: '2023-Q3' } })
    expect((await refusal(quarter)).message).toContain('ngày, tuần, tháng')
  })

  test('has a sister that a province really keeps: the same files, the receiver and the place of each', async () => {
    await received({ dossierCode: 'HS-1', registered: '2023-09-18', phone: '0912345678', districtCode: null })
    const document = await desk.as('viewer').reports.preview({ name: 'so-tiep-nhan', period: month })
    expect(document.title.kind).toBe('SỔ THEO DÕI TÌNH HÌNH TIẾP NHẬN HỒ SƠ TTHC')
    expect(document.title.period).toBe('(Từ ngày 01/09/2023 đến ngày 30/09/2023)')
    const { headings, rows } = book(document)
    expect(headings.flat().map(({ text }) => text)).toEqual([
      ...['STT', 'Mã hồ sơ', 'Nội dung hồ sơ', 'Số lượng (bộ)', 'Họ tên chủ hồ sơ', 'Địa chỉ chủ hồ sơ'],
      ...[
        'Số điện thoại',
        'Ngày, tháng, năm',
        'Trả kết quả',
        'Người nhận hồ sơ',
        'Địa bàn phát sinh hồ sơ',
        'Ghi chú',
      ],
      ...['Nhận hồ sơ', 'Hẹn trả kết quả', 'Ngày nhận kết quả', 'Bên giao (Ký tên)', 'Bên nhận (Ký tên)'],
    ])
    const values = rows[0]?.cells.map(({ value }) => value) ?? []
    expect([values[1], values[6], values[7], values[8]]).toEqual([
      'HS-1',
      '0912345678',
      '2023-09-18',
      '2023-09-25',
    ])
  })

  test('is listed with the other reports', async () => {
    expect(await desk.as('viewer').reports.kinds({})).toContainEqual({
      name,
      title: 'Sổ theo dõi hồ sơ (Mẫu số 06)',
      periodKinds: ['day', 'week', 'month'],
      rules: [],
      unavailable: null,
    })
  })
})

test('a book of 5 000 files is built at once; one more is refused', async () => {
  const insert = (from: number, to: number) =>
    desk.database.atomically(db =>
      db.run(
        `WITH RECURSIVE n (i) AS (SELECT :from UNION ALL SELECT i + 1 FROM n WHERE i < :to)
         INSERT INTO applications (dossier_code, dossier_key, channel, full_name, name_key, name_sort, status, status_day,
           registered_day, received_day, due_day, address, created_at, updated_at)
         SELECT 'M-' || i, 'M-' || i, 'online', 'Nguyễn Văn Thử', '', '', 2, '2023-09-18', '2023-09-18', '2023-09-18',
           '2023-09-25', '12 đường Thử, phường Mẫu', '', '' FROM n`,
        { from, to },
      ),
    )
  insert(1, 5000)
  const begun = performance.now()
  expect(book(await preview()).rows).toHaveLength(5000)
  expect(performance.now() - begun).toBeLessThan(2000)
  insert(5001, 5001)
  expect((await refusal(preview())).message).toContain('hơn 5.000 hồ sơ')
})

test('the book is plain data: it comes back from JSON as it was', () => {
  const { office, period, reportDay } = ketQuaFacts()
  const facts = {
    office,
    period,
    reportDay,
    department: 'Sở Giao thông vận tải tỉnh Kiên Giang',
  }
  const document = bookDocument({ ...facts, form: 'Mẫu số 06.', entries: [], sample: true })
  expect(JSON.parse(JSON.stringify(document))).toEqual(document)
  expect(JSON.stringify(document)).toContain('DỮ LIỆU MẪU')
})
