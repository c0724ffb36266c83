import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Checked,
  checkLicenceNumber,
  checkName,
  checkNationalId,
  checkPhone,
  checkPostalCode,
  readNationalId,
} from '../../electron/core/applications/person.ts'

const codes = (checked: Checked) => checked.findings.map(finding => `${finding.level} ${finding.code}`)
const fine = (value: string | null) => ({ value, findings: [] })

const unknown = { birthDay: null, sex: null, provinceCodes: new Set(['001', '079', '091']) }
const checkId = (text: string, about: Partial<Parameters<typeof checkNationalId>[1]> = {}) =>
  checkNationalId(text, { ...unknown, ...about })

describe('the identity number', () => {
  test('a CCCD that agrees with the person is taken without a word', () => {
    const about = { birthDay: '1997-06-20', sex: 'female', provinceCodes: new Set(['091']) } as const
    expect(checkNationalId('091197459207', about)).toEqual({
      value: '091197459207',
      kind: 'cccd',
      findings: [],
    })
  })

  test.each([
    ['091097459207', 'male', 1997],
    ['091197459207', 'female', 1997],
    ['079203000001', 'male', 2003],
    ['079303000001', 'female', 2003],
    ['001401000001', 'male', 2101],
    ['001501000001', 'female', 2101],
  ])('%s tells the form province, %s and %i', (id, sex, birthYear) => {
    expect(readNationalId(id)).toEqual({ provinceCode: id.slice(0, 3), sex, birthYear })
  })

  test.each(['09119745920', '0911974592077', '091697459207', '09119745920a', '374963671', ''])(
    'nothing is read from %j',
    id => {
      expect(readNationalId(id)).toBeNull()
    },
  )

  test('province, sex and birth year that disagree are said, and the number is kept', () => {
    const checked = checkId('092197459207', { birthDay: '1996-06-20', sex: 'male' })
    expect(checked.value).toBe('092197459207')
    expect(codes(checked)).toEqual([
      'warning national-id-province',
      'warning national-id-sex',
      'warning national-id-birth',
    ])
  })

  test.each(['091 197 459 207', '091\u00A0197\u00A0459\u00A0207', '091.197.459.207', '091-197-459-207'])(
    'the grouped number %j is joined, with a warning',
    text => {
      const checked = checkId(text)
      expect(checked).toMatchObject({ value: '091197459207', kind: 'cccd' })
      expect(codes(checked)).toEqual(['warning national-id-grouped'])
    },
  )

  test('an old CMND of 9 digits is taken with a warning', () => {
    const checked = checkId('374963671', { birthDay: '2004-05-04', sex: 'male' })
    expect(checked).toMatchObject({ value: '374963671', kind: 'cmnd' })
    expect(codes(checked)).toEqual(['warning national-id-old'])
  })

  test.each(['B1234567', 'c7654321', 'AB 123456', 'N12345678901'])('%j is a passport', text => {
    expect(checkId(text)).toEqual({
      value: text.replace(' ', '').toUpperCase(),
      kind: 'passport',
      findings: [],
    })
  })

  test.each([
    ['12345', 'national-id-form'],
    ['79201234567', 'national-id-form'],
    ['0911974592070', 'national-id-form'],
    ['091697459207', 'national-id-century'],
    ['7.92E+10', 'national-id-scientific'],
    ['7,92E10', 'national-id-scientific'],
    ['79E+10', 'national-id-scientific'],
    ['không có', 'national-id-form'],
    ['KHONGCO', 'national-id-form'],
    ['B123', 'national-id-form'],
    ['091197459207/079203000001', 'national-id-form'],
  ])('%j is refused', (text, code) => {
    const checked = checkId(text)
    expect(checked).toMatchObject({ value: null, kind: null })
    expect(codes(checked)).toEqual([`error ${code}`])
  })

  test('an empty cell says nothing', () => {
    expect(checkId('\u00A0\u200B ')).toEqual({ value: null, kind: null, findings: [] })
  })
})

describe('the phone number', () => {
  test.each([
    ...['0796200350', '+84 796.200.350', '84796200350', '0796 200 350', '0796-200-350', '(+84) 796200350'],
    ...['+84 (0) 796200350', '+840796200350', '840796200350', '0084796200350', '\u00A00796200350 '],
  ])('%j is stored as ten digits', text => {
    expect(checkPhone(text)).toEqual(fine('0796200350'))
  })

  test('a fixed line has eleven digits, and 084 is a mobile and not the country', () => {
    expect(checkPhone('0297.3862.345')).toEqual(fine('02973862345'))
    expect(checkPhone('+84 24 3862 3456')).toEqual(fine('02438623456'))
    expect(checkPhone('0841234567')).toEqual(fine('0841234567'))
  })

  test('an old number of eleven digits is taken with a warning', () => {
    const checked = checkPhone('0169 0753 644')
    expect(checked.value).toBe('01690753644')
    expect(codes(checked)).toEqual(['warning phone-old'])
  })

  test.each(['không có', 'xem hồ sơ', '0796200350 (con)'])('%j holds letters', text => {
    expect(checkPhone(text).value).toBeNull()
    expect(codes(checkPhone(text))).toEqual(['error phone-letters'])
  })

  test.each([
    '796200350',
    '841234567',
    '07962003500',
    '0196200350',
    '0296200350',
    '0596200350 / 0796200350',
    '113',
    '-',
  ])('%j is no number', text => {
    expect(codes(checkPhone(text))).toEqual(['error phone-form'])
  })

  test.each([
    '032',
    '039',
    '052',
    '055',
    '056',
    '058',
    '059',
    '070',
    '076',
    '079',
    '081',
    '089',
    '090',
    '094',
    '096',
    '099',
  ])('a mobile number may begin with %s', prefix => {
    expect(checkPhone(`${prefix}1234567`)).toEqual(fine(`${prefix}1234567`))
  })

  test.each(['031', '051', '053', '054', '057', '071', '075', '080', '095'])(
    'no mobile number begins with %s',
    prefix => {
      expect(checkPhone(`${prefix}1234567`).value).toBeNull()
    },
  )
})

describe('the name', () => {
  test.each(['Nguyễn Thị Hồng', 'Y', "H' Hen Niê", 'H’Hen Niê-Kđăm', 'Y Bhiông Êñuôl', 'Danh Rươne'])(
    '%s is a name',
    name => {
      expect(checkName(name)).toEqual(fine(name))
      expect(checkName(` ${name.normalize('NFD')}\u200B`)).toEqual(fine(name))
    },
  )

  test.each(['#NAME?', 'Nguyễn Văn 2', 'NguyÔn ThÞ §µo', 'Nguy\uFFFDn', "' -", '=A1', 'Lê A; Lê B'])(
    '%j is none',
    text => {
      expect(checkName(text).value).toBeNull()
      expect(codes(checkName(text))).toEqual(['error name-letters'])
    },
  )

  test('forty thousand letters are no name', () => {
    expect(codes(checkName('N'.repeat(40_000)))).toEqual(['error name-long'])
  })

  test('the name of the person who hands in is reported under its own field', () => {
    expect(checkName('123', 'submitterName').findings[0]?.field).toBe('submitterName')
  })
})

test('no message repeats what was typed', () => {
  const checks = [checkId, checkPhone, (text: string) => checkName(text), checkLicenceNumber, checkPostalCode]
  const typed = fc.oneof(fc.stringMatching(/^[0-9]{5,14}$/), fc.stringMatching(/^[A-Z#]{2}[0-9]{4,9}(VN)?$/))
  fc.assert(
    fc.property(typed, fc.constantFrom(...checks), (text, check) => {
      for (const finding of check(text).findings) expect(finding.message).not.toContain(text)
    }),
    { numRuns: 1000 },
  )
})
