import { describe, expect, test } from 'vitest'
import type { Facts } from '../../electron/core/applications/model.ts'
import { testApp } from '../support/app.ts'
import { anApplication, logged } from '../support/builders.ts'

const desk = await testApp()
const officer = desk.as('officer')

describe('what only deserves a second look', () => {
  test.each<[string, Partial<Facts>]>([
    ['national-id-province', { nationalId: '999085000123' }],
    ['national-id-sex', { nationalId: '091085000201', sex: 'female' }],
    ['national-id-birth', { nationalId: '091085000202', birthDay: '1986-05-01' }],
    ['national-id-old', { nationalId: '370123456' }],
    ['phone-old', { phone: '01234567890' }],
    ['licence-old', { licenceNumber: 'AB123456' }],
    ['postal-code-digit', { postalCode: 'EE123456789VN' }],
    ['dossier-code-unknown', { dossierCode: 'Hồ sơ số 7' }],
    ['dossier-code-date', { dossierCode: 'G22.99-231399-000777' }],
    ['under-age', { classes: 'E', birthDay: '2000' }],
  ])('%s is said and saved', async (code, facts) => {
    const { id, warnings } = await officer.applications.create(anApplication(facts))
    expect(warnings.map(finding => finding.code)).toContain(code)
    expect(warnings.every(({ level }) => level === 'warning')).toBe(true)
    const saved = (await officer.applications.get({ id })).facts
    expect(saved).toMatchObject(facts)
  })

  test('a code of another day than the receipt', async () => {
    const input = anApplication({ channel: 'direct', receivedToo: true, dossierCode: 'G22.99-230901-000900' })
    const { warnings } = await officer.applications.create(input)
    expect(warnings.map(({ code }) => code)).toEqual(['dossier-code-day'])
  })

  test('an open file of the same person, by number or by name and birth day; a closed one is no matter', async () => {
    const person = { fullName: 'Lê Thị Sinh Đôi', birthDay: '1990-01-02', nationalId: '091190000333' }
    const first = await logged(desk, person)
    const second = await officer.applications.create(anApplication({ ...person, nationalId: null }))
    expect(second.twins.map(({ id }) => id)).toEqual([first.id])
    const asked = { fullName: 'LÊ THỊ SINH ĐÔI', birthDay: null, nationalId: '091 190 000 333' }
    expect((await officer.applications.twins(asked)).map(({ id }) => id)).toEqual([first.id])
    expect(await officer.applications.twins({ ...asked, except: first.id })).toEqual([])
    const done = await logged(desk, {
      ...person,
      fullName: 'Người Khác',
      nationalId: '091190000444',
      status: 10,
    })
    const fourth = await officer.applications.create(
      anApplication({ fullName: 'Người Khác', nationalId: done.facts.nationalId }),
    )
    expect(fourth.twins).toEqual([])
  })
})
