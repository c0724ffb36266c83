import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'

const desk = await testApp()
const searched = desk.as('viewer').applications
await logged(desk, {
  fullName: 'Nguyễn Văn Đường',
  dossierCode: 'G22.99-230918-020175',
  nationalId: '091085000123',
  phone: '0912000333',
  licenceNumber: '791234567890',
  postalCode: 'EE987654326VN',
})
for (const fullName of ['Trần Thị Dương', 'Lê Hoà', 'Lê Hòa', "H'Hen Niê"]) await logged(desk, { fullName })

describe('search', () => {
  test.each([
    ['duong', ['Nguyễn Văn Đường', 'Trần Thị Dương']],
    ['ĐƯỜNG', ['Nguyễn Văn Đường', 'Trần Thị Dương']],
    ['hòa', ['Lê Hoà', 'Lê Hòa']],
    ['hoà le', ['Lê Hoà', 'Lê Hòa']],
    ['duong nguyen', ['Nguyễn Văn Đường']],
    ['van ngu', ['Nguyễn Văn Đường']],
    ["h'hen", ["H'Hen Niê"]],
    ['zzz', []],
    ['nguyen zzz', []],
    ['an tran', []],
    ['tra tran', ['Trần Thị Dương']],
  ])('%s finds %j', async (text, names) => {
    const { rows } = await searched.list({ text, order: 'name' })
    expect(rows.map(({ fullName }) => fullName).sort()).toEqual([...names].sort())
  })

  test.each([
    ['G22.99-230918-020175'],
    ['g22.99-230918-020175'],
    ['230918-0201'],
    ['020175'],
    ['20175'],
    ['091085000123'],
    ['091 085 000 123'],
    ['091.085.000.123'],
    ['0910850'],
    ['0912000333'],
    ['0912 000 333'],
    ['+84 912 000 333'],
    ['791234567890'],
    ['EE987654326VN'],
    ['duong 0912 G22.99'],
  ])('%s finds the one file', async text => {
    const { rows } = await searched.list({ text })
    expect(rows.map(({ fullName }) => fullName)).toEqual(['Nguyễn Văn Đường'])
  })

  test.each([
    `"*' OR NEAR(`,
    '" OR 1=1 --',
    'NEAR(a b, 2)',
    'AND OR NOT',
    'words: x',
    '{words} : x',
    '^a',
    'a + b',
    '-a',
    '((((',
    '\u0000\u0301',
    "'; DROP TABLE applications; --",
    '😀',
    'a '.repeat(100),
    '+-(.)1',
  ])('hostile text %j finds something or nothing and never breaks', async text => {
    const { rows } = await searched.list({ text })
    expect(Array.isArray(rows)).toBe(true)
    expect(desk.logged).toEqual([])
  })

  test('half a letter is refused with words, because no database can keep it', async () => {
    expect(await refusal(searched.list({ text: '\ud800' }))).toMatchObject({ code: 'invalid' })
    expect(desk.logged).toEqual([])
  })

  test('any text at all is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async text => {
        expect((await searched.list({ text })).rows.length).toBeLessThanOrEqual(5)
      }),
      { numRuns: 300 },
    )
    expect(desk.logged).toEqual([])
  })
})
