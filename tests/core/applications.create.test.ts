import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Facts } from '../../electron/core/applications/model.ts'
import { testApp } from '../support/app.ts'
import { anApplication, deskOn, logged } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'

const desk = await testApp()
const officer = desk.as('officer')
const late = await deskOn('2026-12-01')
const find = async (text: string) => (await officer.applications.list({ text })).rows.map(({ id }) => id)

describe('what is saved', () => {
  test('text typed letter and tone apart is stored as one and found either way', async () => {
    const name = 'Nguyễn Thị Hoà Đường'
    const { id, facts } = await logged(desk, {
      fullName: name.normalize('NFD'),
      notes: 'Trả sớm'.normalize('NFD'),
    })
    expect(facts.fullName).toBe(name)
    expect(facts.notes).toBe('Trả sớm')
    expect(await find(name)).toEqual([id])
    expect(await find(name.normalize('NFD'))).toEqual([id])
    expect(await find('hòa duong')).toEqual([id])
  })

  test('leading zeros stay, in every number that is a text', async () => {
    const numbers = { nationalId: '001085000123', phone: '0912000123', licenceNumber: '010123000456' }
    const { id, facts } = await logged(desk, { ...numbers, dossierCode: '000.00.12.H62-230918-0004' })
    expect(facts).toMatchObject(numbers)
    for (const number of Object.values(numbers)) expect(await find(number)).toEqual([id])
  })

  test('numbers typed in groups are stored without the gaps, and said', async () => {
    const input = anApplication({
      nationalId: '091 085 000 777',
      phone: '+84 912 000 777',
      postalCode: 'ee 123 456 785 vn',
    })
    const { id, warnings } = await officer.applications.create(input)
    const { facts, paperKind } = await officer.applications.get({ id })
    expect(facts).toMatchObject({
      nationalId: '091085000777',
      phone: '0912000777',
      postalCode: 'EE123456785VN',
    })
    expect(paperKind).toBe('cccd')
    expect(warnings.map(({ code }) => code)).toContain('national-id-grouped')
  })

  test('empty boxes are nothing, not empty texts', async () => {
    const { facts } = await logged(desk, { address: '   ', notes: '', phone: '' })
    expect(facts).toMatchObject({ address: null, notes: null, phone: null })
  })

  test('classes are put in one form, each once', async () => {
    const { facts } = await logged(desk, { classes: 'b2;A1/ a1' })
    expect(facts.classes).toBe('A1, B2')
  })

  test('the law of the class follows the day of handing in', async () => {
    const before = await logged(late, { registered: '2024-12-31', classes: 'FB2' })
    const since = await logged(late, { registered: '2025-01-02', classes: 'BE' })
    expect([before.regime, since.regime]).toEqual(['2008', '2024'])
    const { details } = await refusal(
      late.as('officer').applications.create(anApplication({ registered: '2025-01-02', classes: 'FB2' })),
    )
    expect(Object.keys(details?.fields ?? {})).toEqual(['facts.classes'])
  })
})

describe('a file handed in at the counter', () => {
  test('is registered and received at once, with its due day', async () => {
    const file = await logged(desk, {
      channel: 'direct',
      registered: '2023-09-18',
      receivedToo: true,
      time: '09:30',
    })
    expect(file).toMatchObject({
      status: 2,
      registeredDay: '2023-09-18',
      receivedDay: '2023-09-18',
      dueDay: '2023-09-25',
      workingDaysLeft: 0,
    })
    expect(file.history.map(({ status, time }) => [status, time])).toEqual([
      [1, '09:30'],
      [2, '09:30'],
    ])
  })

  const lines = readFileSync(new URL('../samples/deadline-examples.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split(','))
    .filter(([, , days]) => days === '5')
    .map(([received = '', , , due = '']) => [received, due] as const)

  test.each(lines)('received %s is due %s', async (registered, due) => {
    const { dueDay } = await logged(late, { channel: 'direct', registered, receivedToo: true })
    expect(dueDay).toBe(due)
  })

  test('an online file only waits', async () => {
    const file = await logged(desk)
    expect(file).toMatchObject({ status: 1, receivedDay: null, dueDay: null, workingDaysLeft: null })
  })
})

describe('what is refused', () => {
  const bad: readonly (readonly [field: keyof Facts, value: unknown])[] = [
    ['dossierCode', ''],
    ['dossierCode', 'x'.repeat(65)],
    ['fullName', ' '],
    ['fullName', 'Nguyễn Văn 7'],
    ['channel', 'bưu điện'],
    ['birthDay', '1985-02-30'],
    ['birthDay', '2024'],
    ['birthDay', '2023-09-19'],
    ['sex', 'nam'],
    ['nationalId', '12345'],
    ['nationalId', '079985000123'],
    ['nationalId', '7,92E+10'],
    ['phone', '0123'],
    ['phone', 'gọi con trai'],
    ['licenceNumber', '123'],
    ['classes', 'B9'],
    ['postalCode', 'EE12VN'],
    ['districtCode', '999999'],
    ['reasonCode', 'khong-co'],
    ['teamId', 77],
    ['teamId', 1.5],
    ['officerId', 99],
    ['returnWay', 'bưu điện'],
    ['fee', -1],
    ['fee', 0.5],
    ['paymentStatus', 'Đã trả tiền mặt'],
    ['licences', 0],
    ['licences', 21],
    ['submitterName', '???'],
    ['notes', 'x'.repeat(2001)],
  ]

  test.each(bad)('%s = %j gets its own message', async (field, value) => {
    const input = anApplication()
    const error = await refusal(
      officer.applications.create({ ...input, facts: { ...input.facts, [field]: value } }),
    )
    expect(error.code).toBe('invalid')
    const messages = error.details?.fields ?? {}
    expect(Object.keys(messages)).toEqual([`facts.${field}`])
    const message = messages[`facts.${field}`] ?? ''
    expect(message).toMatch(/^\p{Lu}.*\.$/u)
    expect(message).toMatch(/[àáạảãăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵ]/i)
    expect(message).not.toMatch(/invalid|expected|option|string|number/i)
    if (typeof value === 'string' && value.trim().length > 2) expect(message).not.toContain(value)
  })

  test('all that is wrong is said at once', async () => {
    const { details } = await refusal(
      officer.applications.create(
        anApplication({
          fullName: '1',
          nationalId: '1',
          phone: '1',
          classes: 'Q',
          districtCode: '0',
          teamId: 77,
        }),
      ),
    )
    expect(Object.keys(details?.fields ?? {}).sort()).toEqual(
      ['classes', 'districtCode', 'fullName', 'nationalId', 'phone', 'teamId'].map(name => `facts.${name}`),
    )
  })

  test('personal data gets neither into messages nor into the log', async () => {
    const input = anApplication({
      nationalId: '079912345678',
      phone: '0987654',
      fullName: 'Trần Văn 2 Bí Mật',
    })
    const error = await refusal(officer.applications.create(input))
    const said = JSON.stringify(error.toReply())
    for (const secret of ['079912345678', '0987654', 'Bí Mật']) expect(said).not.toContain(secret)
    expect(desk.logged).toEqual([])
  })

  test.each([
    ['2023-09-26', 'registered.day'],
    ['0203-09-18', 'registered.day'],
    ['1923-09-18', 'registered.day'],
    ['2023-09-31', 'registered.day'],
  ])('registered on %s', async (day, path) => {
    const error = await refusal(officer.applications.create({ ...anApplication(), registered: { day } }))
    expect(error.code).toBe('invalid')
    expect(Object.keys(error.details?.fields ?? {})).toEqual([path])
  })

  test('an hour that is none', async () => {
    const input = { ...anApplication(), registered: { day: '2023-09-18', time: '25:00' } }
    const { message, details } = await refusal(officer.applications.create(input))
    expect(Object.keys(details?.fields ?? {})).toEqual(['registered.time'])
    expect(message).toContain('Giờ')
  })

  test.each(['', ' ', 'case'])(
    'the same code again, however it is written (%j), naming the other file',
    async how => {
      const first = await logged(desk, { status: 4 })
      const code = first.dossierCode
      const again = how === 'case' ? code.toLowerCase() : `${code.slice(0, 6)}${how}${code.slice(6)}`
      const error = await refusal(officer.applications.create(anApplication({ dossierCode: again })))
      expect(error.code).toBe('conflict')
      expect(error.details).toMatchObject({ id: first.id, dossierCode: code })
      expect(error.details?.version).toBeUndefined()
      expect(error.details?.fields?.['facts.dossierCode']).toContain('nộp ngày 18/09/2023, đang xử lý')
    },
  )

  test('a reason, a team or an officer no longer in use cannot be chosen anew, and what has them keeps them', async () => {
    const admin = desk.as('admin')
    const team = await admin.teams.create({ name: 'Tổ giải thể' })
    const reason = await admin.catalogue.saveItem({
      list: 'reason',
      code: 'cu',
      name: 'Lý do cũ',
      version: 0,
    })
    const file = await logged(desk, { teamId: team.id, reasonCode: 'cu' })
    await admin.teams.update({ ...team, active: false })
    await admin.catalogue.retireItem({
      list: 'reason',
      code: 'cu',
      toDay: '2023-09-15',
      version: reason.version,
    })
    const { details } = await refusal(
      officer.applications.create(anApplication({ teamId: team.id, reasonCode: 'cu' })),
    )
    expect(Object.keys(details?.fields ?? {}).sort()).toEqual(['facts.reasonCode', 'facts.teamId'])
    await logged(desk, { registered: '2023-09-15', reasonCode: 'cu' })
    const { id, version, facts } = file
    await officer.applications.edit({ id, version, facts: { ...facts, notes: 'Đã gọi' } })
    expect((await officer.applications.get({ id })).facts).toEqual({ ...facts, notes: 'Đã gọi' })
  })

  test('by somebody who may only look', async () => {
    const error = await refusal(desk.as('viewer').applications.create(anApplication()))
    expect(error.code).toBe('not-allowed')
  })
})

test('the trail tells who logged what', async () => {
  const { id } = await logged(desk, { fullName: 'Phạm Văn Dấu Vết' })
  const [entry] = await desk.as('admin').audit.list({ subject: 'application', subjectId: String(id) })
  expect(entry).toMatchObject({ operation: 'applications.create', actorName: 'Cán bộ thử nghiệm' })
  expect(entry?.changes).toMatchObject({ 'Họ và tên': [null, 'Phạm Văn Dấu Vết'], 'Trạng thái': [null, 1] })
})
