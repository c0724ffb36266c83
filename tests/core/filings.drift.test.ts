import { beforeAll, describe, expect, test } from 'vitest'
import type { Application } from '../../electron/core/applications/contract.ts'
import type { FileDrift } from '../../electron/core/filings/contract.ts'
import { logged, moved } from '../support/builders.ts'
import { filed, type Office, officeOn, september } from '../support/filings.ts'
import { refusal } from '../support/refusal.ts'

const names = [
  ...[
    'moved',
    'voided',
    'late',
    'channel',
    'licences',
    'undone',
    'appointed',
    'team',
    'january',
    'handed',
    'held',
  ],
] as const
let office: Office
let id: number
let teamId: number
const files: Record<string, Application> = {}

/** September is reported on 02/10; everything after it is late. */
beforeAll(async () => {
  office = await officeOn()
  ;({ id: teamId } = await office.as('admin').teams.create({ name: 'Tổ Phú Quốc' }))
  for (const name of names) {
    const january = name === 'january'
    const status = name === 'late' ? 4 : name === 'appointed' || name === 'held' ? 2 : 9
    files[name] = await logged(office, {
      status,
      registered: january ? '2023-01-16' : name === 'handed' ? '2023-09-25' : '2023-09-18',
      channel: name === 'channel' || january ? 'direct' : 'online',
    })
  }
  id = (await filed(office, 'approved')).id
  office.on('2023-10-05T10:30:00+07:00')
}, 60_000)

const fileNamed = async (name: (typeof names)[number]): Promise<Application> => {
  const file = files[name]
  if (file === undefined) throw new Error(`no file ${name}`)
  return office.as('viewer').applications.get({ id: file.id })
}
const drift = () => office.as('viewer').filings.drift({ id })
async function driftOf(name: (typeof names)[number]): Promise<FileDrift | undefined> {
  const { id: file } = await fileNamed(name)
  return (await drift()).files.find(each => each.id === file)
}
const stepOf = ({ history }: Application, status: number) => {
  const found = history.find(entry => entry.status === status && !entry.superseded)
  if (found === undefined) throw new Error(`no step ${status}`)
  return found.id
}

test('nothing differs before anything is edited', async () => {
  expect(await drift()).toMatchObject({
    frozenAt: '2023-10-02T08:00:00+07:00',
    figures: [],
    files: [],
    totals: [],
  })
})

test('there is nothing to compare with before an approval', async () => {
  const draft = await filed(office, 'draft', { period: { kind: 'week', id: '2023-W36' } })
  expect((await refusal(office.as('viewer').filings.drift({ id: draft.id }))).code).toBe('invalid')
})

describe('a late edit is found with its file, its figures, and who wrote what when', () => {
  test('a day moved out of the period by a correction', async () => {
    const file = await fileNamed('moved')
    await office.as('team-lead').applications.correct({
      ...{ id: file.id, version: file.version, eventId: stepOf(file, 9) },
      ...{ day: '2023-10-03', reason: 'Ghi nhầm ngày' },
    })
    const found = await driftOf('moved')
    expect(found?.left).toContain('Có kết quả')
    expect(found?.left).toContain('Chỉ tiêu từ đầu năm (ngày 18/09/2023, trực tuyến)')
    expect(found?.entered).toContain('Đang giải quyết')
    expect(found?.edits[0]).toEqual({
      ...{ what: 'Sửa ngày bước “Đã xử lý xong”', from: '18/09/2023', to: '03/10/2023', file: null },
      ...{ at: '2023-10-05T10:30:00+07:00', by: 'Tổ trưởng thử nghiệm' },
    })
    const { figures } = await drift()
    expect(figures).toContainEqual({
      ...{ measure: 'finished', label: 'Có kết quả', part: 'total', was: 7, now: 6 },
    })
    expect(figures.find(({ measure }) => measure === 'targetNumerator')).toMatchObject({ was: 6, now: 5 })
  })

  test('a step taken back', async () => {
    const file = await fileNamed('voided')
    await office.as('team-lead').applications.correct({
      ...{ id: file.id, version: file.version, eventId: stepOf(file, 9), day: null },
      reason: 'Chưa có kết quả',
    })
    const found = await driftOf('voided')
    expect(found?.left).toContain('Đã giải quyết')
    expect(found?.edits[0]).toMatchObject({
      what: 'Rút lại bước “Đã xử lý xong”',
      from: '18/09/2023',
      to: null,
    })
  })

  test('a result of the period that is written after it', async () => {
    await moved(office, await fileNamed('late'), 'finish', '2023-09-29')
    const found = await driftOf('late')
    expect(found?.entered).toContain('Có kết quả')
    expect(found?.left).toContain('Đang giải quyết')
    expect(found?.edits).toMatchObject([
      { what: 'Ghi bước “Đã xử lý xong”', from: null, to: '29/09/2023', by: 'Cán bộ thử nghiệm' },
    ])
  })

  test('a last step taken back by undo', async () => {
    const { id: file, version } = await fileNamed('undone')
    await office.as('team-lead').applications.undo({ id: file, version })
    expect((await driftOf('undone'))?.left).toContain('Có kết quả')
  })

  test('the channel', async () => {
    const { id: file, version } = await fileNamed('channel')
    await office.as('officer').applications.edit({
      ...{ id: file, version, facts: { channel: 'online' }, reason: 'Ghi nhầm' },
    })
    const found = await driftOf('channel')
    expect(found?.left).toContain('Tiếp nhận trong kỳ (trực tiếp)')
    expect(found?.entered).toContain('Tiếp nhận trong kỳ (trực tuyến)')
    expect(found?.entered).toContain('Chỉ tiêu từ đầu năm (ngày 18/09/2023, trực tuyến)')
    expect(found?.edits).toEqual([
      {
        ...{ what: 'Hình thức nộp', from: 'Trực tiếp', to: 'Trực tuyến', file: null },
        ...{ at: '2023-10-05T10:30:00+07:00', by: 'Cán bộ thử nghiệm' },
      },
    ])
  })

  test('the team', async () => {
    const { id: file, version } = await fileNamed('team')
    await office.as('officer').applications.edit({
      ...{ id: file, version, facts: { teamId }, reason: 'Chuyển tổ' },
    })
    const found = await driftOf('team')
    expect(found?.left).toContain('Có kết quả (chưa giao cho tổ)')
    expect(found?.entered).toContain('Có kết quả (Tổ Phú Quốc)')
    expect(found?.edits).toMatchObject([{ what: 'Tổ', from: null, to: 'Tổ Phú Quốc' }])
  })

  test('another due day from the start', async () => {
    const { id: file, version } = await fileNamed('appointed')
    await office.as('team-lead').applications.appoint({
      ...{ id: file, version, dueDay: '2023-10-20', reason: 'Phiếu hẹn ghi ngày khác' },
    })
    const found = await driftOf('appointed')
    expect(found?.left).toEqual(['Đang giải quyết quá hạn'])
    expect(found?.entered).toEqual(['Đang giải quyết trong hạn'])
    expect(found?.edits).toMatchObject([{ what: 'Ngày hẹn trả', from: '25/09/2023', to: '20/10/2023' }])
  })

  test('a result of January, which moves the target of the year and no figure of the month', async () => {
    const file = await fileNamed('january')
    await office.as('team-lead').applications.correct({
      ...{ id: file.id, version: file.version, eventId: stepOf(file, 9), day: null },
      reason: 'Chưa có kết quả',
    })
    const found = await driftOf('january')
    expect(found?.left).toContain('Chỉ tiêu từ đầu năm (ngày 16/01/2023, trực tiếp)')
    expect(found?.edits).toMatchObject([{ what: 'Rút lại bước “Đã xử lý xong”', from: '16/01/2023' }])
  })

  test('a file that came with a list', async () => {
    const row = [
      'G22.99-230920-999901',
      'Nguyễn Văn An',
      '12/05/1980',
      'Trực tuyến',
      '20/09/2023',
      '21/09/2023',
    ]
    const heading = ['Mã hồ sơ', 'Họ và tên', 'Ngày sinh', 'Hình thức nộp', 'Ngày nộp', 'Ngày tiếp nhận']
    const text = `\uFEFF${[heading, row].map(cells => cells.join(';')).join('\r\n')}\r\n`
    const done = await office.run(
      office.as('team-lead').imports.apply({
        file: { name: 'bo-sung-thang-9.csv', bytes: new TextEncoder().encode(text) },
      }),
    )
    expect(done.counts).toMatchObject({ new: 1 })
    const found = (await drift()).files.find(({ dossierCode }) => dossierCode === row[0])
    expect(found?.entered).toContain('Đăng ký')
    expect(found?.edits.map(({ what, file }) => [what, file])).toContainEqual([
      'Ghi bước “Được tiếp nhận”',
      'bo-sung-thang-9.csv',
    ])
  })

  test('a daily total of in-person work', async () => {
    const total = { day: '2023-09-12', count: 40, source: 'Sổ một cửa', version: 0 }
    await office.as('team-lead').targets.setDirectCount(total)
    expect((await drift()).totals).toEqual([
      {
        ...{ day: '2023-09-12', what: 'Tổng số trực tiếp ngày 12/09/2023', from: null, to: '40', file: null },
        ...{ at: '2023-10-05T10:30:00+07:00', by: 'Tổ trưởng thử nghiệm' },
      },
    ])
  })

  test('a correction that counts the due day anew by a holiday entered since', async () => {
    const file = await fileNamed('held')
    const before = await driftOf('held')
    await office.as('admin').catalogue.saveHoliday({
      ...{ day: '2023-09-21', name: 'Nghỉ đột xuất', kind: 'holiday', source: 'Thử nghiệm', version: 0 },
    })
    // the day that was told stays: a holiday alone moves no figure
    expect(before).toBeUndefined()
    expect(await driftOf('held')).toBeUndefined()
    await office.as('team-lead').applications.correct({
      ...{ id: file.id, version: file.version, eventId: stepOf(file, 2) },
      ...{ day: '2023-09-19', reason: 'Ghi nhầm ngày' },
    })
    const found = await driftOf('held')
    expect(found?.entered).toContain('Tiếp nhận trong kỳ (ngày 19/09/2023)')
    expect(found?.edits.map(({ what }) => what)).toContain('Ngày hẹn trả')
  })
})

describe('no late edit', () => {
  test('a team that is given another name', async () => {
    const before = await drift()
    const team = (await office.as('admin').teams.list({})).find(each => each.id === teamId)
    if (team === undefined) throw new Error('the team is there')
    const { version, active } = team
    await office.as('admin').teams.update({ id: teamId, name: 'Tổ Phú Quốc mới', active, version })
    const after = await drift()
    expect(after.figures).toEqual(before.figures)
    expect(after.files.map(({ id: file }) => file)).toEqual(before.files.map(({ id: file }) => file))
  })

  test('work of the next month, and a file that only goes to another officer', async () => {
    const file = await fileNamed('handed')
    const { version } = await moved(office, file, 'return', '2023-10-05')
    const officer = (await office.as('admin').users.list({})).find(({ role }) => role === 'officer')
    if (officer === undefined) throw new Error('there is an officer')
    await office.as('officer').applications.edit({
      ...{ id: file.id, version, facts: { officerId: officer.id }, reason: 'Phân công lại' },
    })
    expect(await driftOf('handed')).toBeUndefined()
  })

  test('licences, where files are counted', async () => {
    const { id: file, version } = await fileNamed('licences')
    await office.as('officer').applications.edit({
      ...{ id: file, version, facts: { licences: 2 }, reason: 'Nộp hai GPLX' },
    })
    expect(await driftOf('licences')).toBeUndefined()
  })
})

test('licences are a late edit where they are what is counted', async () => {
  const licences = await officeOn()
  await licences.as('admin').settings.set({ key: 'unit', version: 0, value: { unit: 'licences' } })
  const file = await logged(licences, { status: 9, registered: '2023-09-18' })
  const filing = await filed(licences, 'approved', { period: september })
  await licences.as('officer').applications.edit({
    ...{ id: file.id, version: file.version, facts: { licences: 3 }, reason: 'Nộp ba GPLX' },
  })
  const { figures, files: found } = await licences.as('viewer').filings.drift({ id: filing.id })
  expect(found[0]?.left).toContain('Có kết quả (1 GPLX)')
  expect(found[0]?.entered).toContain('Có kết quả (3 GPLX)')
  expect(found[0]?.entered).toContain('Chỉ tiêu từ đầu năm (ngày 18/09/2023, trực tuyến, 3 GPLX)')
  expect(found[0]?.edits).toMatchObject([{ what: 'Số lượng GPLX', from: '1', to: '3' }])
  expect(figures.find(({ measure }) => measure === 'finished')).toMatchObject({ was: 1, now: 3 })
})

test('the report on progress, by officer, tells who else has what was open then', async () => {
  const progress = await officeOn()
  const [open, finished] = [
    await logged(progress, { status: 4, registered: '2023-09-28' }),
    await logged(progress, { status: 9, registered: '2023-09-18' }),
  ]
  const { id } = await filed(progress, 'approved', { report: 'tien-do' })
  const officer = (await progress.as('admin').users.list({})).find(({ role }) => role === 'officer')
  if (officer === undefined) throw new Error('there is an officer')
  for (const file of [open, finished]) {
    await progress.as('officer').applications.edit({
      ...{ id: file.id, version: file.version, facts: { officerId: officer.id }, reason: 'Phân công lại' },
    })
  }
  const { files: found } = await progress.as('viewer').filings.drift({ id })
  expect(found.map(({ id: file }) => file)).toEqual([open.id])
  expect(found[0]?.left).toContain('Đang giải quyết (chưa giao cho cán bộ)')
  expect(found[0]?.entered).toContain(`Đang giải quyết (${officer.displayName})`)
})
