import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Checked,
  checkDossierCode,
  checkLicenceNumber,
  checkPostalCode,
} from '../../electron/core/applications/person.ts'

const codes = (checked: Checked) => checked.findings.map(finding => `${finding.level} ${finding.code}`)
const fine = (value: string | null) => ({ value, findings: [] })

describe('the licence number', () => {
  test('twelve digits are a PET card, leading zero and all, and none is refused for a check digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), n => {
        const number = String(n).padStart(12, '0')
        expect(checkLicenceNumber(number)).toEqual(fine(number))
      }),
    )
  })

  test('a grouped number is joined, with a warning', () => {
    const checked = checkLicenceNumber('771 195 002 226')
    expect(checked.value).toBe('771195002226')
    expect(codes(checked)).toEqual(['warning licence-grouped'])
  })

  test.each(['AB 990037', 'A123456', 'AB-99003/7', '12345678901'])(
    '%s is an old paper licence, and flagged',
    text => {
      expect(checkLicenceNumber(text).value).toBe(text)
      expect(codes(checkLicenceNumber(text))).toEqual(['warning licence-old'])
    },
  )

  test.each([
    ['A1234', 'licence-form'],
    ['7711950022267', 'licence-form'],
    ['7.7E+11', 'licence-scientific'],
  ])('%s is refused', (text, code) => {
    expect(codes(checkLicenceNumber(text))).toEqual([`error ${code}`])
  })
})

describe('the postal code', () => {
  test.each(['RR123456785VN', 'rr 123 456 785 vn'])('%s has the right check digit', text => {
    expect(checkPostalCode(text)).toEqual(fine('RR123456785VN'))
  })

  test('of the ten check digits one is right and nine only give a warning', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), serial => {
        const checks = [...'0123456789'].map(d =>
          checkPostalCode(`EK${String(serial).padStart(8, '0')}${d}VN`),
        )
        expect(checks.every(checked => checked.value !== null)).toBe(true)
        expect(checks.filter(checked => checked.findings.length === 0)).toHaveLength(1)
        expect(new Set(checks.flatMap(codes))).toEqual(new Set(['warning postal-code-digit']))
      }),
    )
  })

  test('a remainder of 10 gives 0 and one of 11 gives 5', () => {
    expect(checkPostalCode('RR000000500VN').findings).toEqual([]) // 11 − (9 × 5 mod 11 = 1) = 10
    expect(checkPostalCode('RR000000005VN').findings).toEqual([]) // 11 − 0 = 11
  })

  test.each(['RR123456785US', 'R123456785VN', 'RR12345678VN', 'gửi bưu điện'])('%s is refused', text => {
    expect(codes(checkPostalCode(text))).toEqual(['error postal-code-form'])
  })
})

describe('the dossier code', () => {
  const received = (code: string) => checkDossierCode(code, { receivedDay: '2023-09-18' })

  test.each([
    ...['G22.99-230918-020175', 'G22.99.09-230918-0001', 'G09.20-230918-0001', '000.00.12.H62-230918-0004'],
    ...['H56.11-230918-0001', 'H56-230918-00011'],
  ])('%s follows a known pattern', code => {
    expect(received(code)).toEqual(fine(code))
  })

  test.each(['BN230918-0034/SGTVT', 'G22.99-230918-123', 'G22.99-2309-0001', 'H56.1111-230918-0001'])(
    '%s is taken as text, with a warning',
    code => {
      expect(received(code).value).toBe(code)
      expect(codes(received(code))).toEqual(['warning dossier-code-unknown'])
    },
  )

  test('six digits that are no day give a warning', () => {
    expect(received('H56.11-230931-0001').value).toBe('H56.11-230931-0001')
    expect(codes(received('H56.11-230931-0001'))).toEqual(['warning dossier-code-date'])
  })

  test('another day than that of receipt gives a warning, unless it is the day of handing in', () => {
    const code = 'G22.99-230917-000001'
    expect(codes(received(code))).toEqual(['warning dossier-code-day'])
    expect(checkDossierCode(code, { receivedDay: '2023-09-18', registeredDay: '2023-09-17' })).toEqual(
      fine(code),
    )
    expect(checkDossierCode(code, { receivedDay: null })).toEqual(fine(code))
  })

  test('a code of blanks only, or one without end, is refused', () => {
    expect(codes(received('\u00A0\u200B'))).toEqual(['error dossier-code-missing'])
    expect(codes(received('0'.repeat(65)))).toEqual(['error dossier-code-long'])
  })
})
