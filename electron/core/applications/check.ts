import type { ReadDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import { AppError } from '../errors.ts'
import { checkAge, parseClasses, type Regime, regimeOn } from './classes.ts'
import { type Facts, fields } from './model.ts'
import {
  checkDossierCode,
  checkLicenceNumber,
  checkName,
  checkNationalId,
  checkPhone,
  checkPostalCode,
  type Finding,
  type PaperKind,
} from './person.ts'

/** The catalogues that checks compare with, read once per command or import. */
export type CheckLists = {
  readonly provinceCodes: ReadonlySet<string>
  readonly classes: Readonly<Record<Regime, ReadonlyMap<string, number | null>>>
}

export function checkLists(db: ReadDb): CheckLists {
  const provinces = db.rows<{ code: string }>(
    "SELECT cccd_code AS code FROM provinces WHERE catalogue = '2023' AND cccd_code IS NOT NULL",
  )
  const classes = db.rows<{ regime: Regime; class: string; age: number | null }>(
    'SELECT regime, class, minimum_age AS age FROM licence_classes',
  )
  const of = (regime: Regime) =>
    new Map(classes.filter(row => row.regime === regime).map(row => [row.class, row.age]))
  return {
    provinceCodes: new Set(provinces.map(({ code }) => code)),
    classes: { '2008': of('2008'), '2024': of('2024') },
  }
}

export type CheckedFacts = {
  readonly facts: Facts
  readonly paperKind: PaperKind | null
  readonly regime: Regime
  readonly findings: readonly Finding[]
}

/**
 * Normalises and checks what was filled in (procedure.md §9). Findings of level error mean that the file cannot
 * be saved; warnings are shown and kept to the user.
 */
export function checkFacts(
  facts: Facts,
  registered: Day,
  received: Day | null,
  lists: CheckLists,
): CheckedFacts {
  const regime = regimeOn(registered)
  const known = lists.classes[regime]
  const paper = checkNationalId(facts.nationalId ?? '', {
    birthDay: facts.birthDay,
    sex: facts.sex,
    provinceCodes: lists.provinceCodes,
  })
  const phone = checkPhone(facts.phone ?? '')
  const licence = checkLicenceNumber(facts.licenceNumber ?? '')
  const postal = checkPostalCode(facts.postalCode ?? '')
  const classes = parseClasses(facts.classes ?? '', new Set(known.keys()))
  const ages = (classes.value ?? '').split(', ').map(one => known.get(one) ?? 0)
  const oldest = Math.max(0, ...ages)
  return {
    regime,
    paperKind: paper.kind,
    facts: {
      ...facts,
      nationalId: paper.value,
      phone: phone.value,
      licenceNumber: licence.value,
      postalCode: postal.value,
      classes: classes.value,
    },
    findings: [
      ...checkDossierCode(facts.dossierCode, { receivedDay: received, registeredDay: registered }).findings,
      ...checkName(facts.fullName).findings,
      ...paper.findings,
      ...phone.findings,
      ...licence.findings,
      ...postal.findings,
      ...classes.findings,
      ...checkBirth(facts.birthDay, registered),
      ...checkAge(facts.birthDay, oldest === 0 ? null : oldest, received ?? registered),
      ...checkName(facts.submitterName ?? '', 'submitterName').findings,
    ],
  }
}

/** Refuses when a finding is an error; every field gets its own message. */
export function assertNoErrors(findings: readonly Finding[]): void {
  const errors = findings.filter(({ level }) => level === 'error')
  const first = errors[0]
  if (first === undefined) return
  throw new AppError('invalid', first.message, {
    fields: Object.fromEntries(errors.map(({ field, message }) => [`facts.${field}`, message])),
  })
}

/**
 * Codes that stand in no catalogue, or are no longer given out on that day: a district, reason, team, officer or
 * state of payment. What a file has had since before stays; only what is newly chosen is asked about.
 */
export function checkCodes(db: ReadDb, chosen: Partial<Facts>, on: Day): readonly Finding[] {
  const inForce = 'from_day <= :on AND (to_day IS NULL OR to_day >= :on)'
  const checks = [
    ['districtCode', "SELECT 1 AS x FROM districts WHERE catalogue = '2023' AND code = :value"],
    [
      'reasonCode',
      `SELECT 1 AS x FROM catalogue_items WHERE list = 'reason' AND code = :value AND ${inForce}`,
    ],
    [
      'paymentStatus',
      `SELECT 1 AS x FROM catalogue_items WHERE list = 'payment-status' AND code = :value AND ${inForce}`,
    ],
    ['teamId', 'SELECT 1 AS x FROM teams WHERE id = :value AND active = 1'],
    ['officerId', 'SELECT 1 AS x FROM users WHERE id = :value AND active = 1'],
  ] as const
  return checks.flatMap(([name, sql]): Finding[] => {
    const value = chosen[name] ?? null
    if (value === null || db.row(sql, { value, on }) !== undefined) return []
    const message = `${fields[name].label} không có trong danh mục hoặc đã ngừng dùng. Chọn lại trong danh sách.`
    return [{ field: name, code: 'not-in-catalogue', level: 'error', message }]
  })
}

function checkBirth(birthDay: string | null, registered: Day): readonly Finding[] {
  // a year alone is compared as a year
  if (birthDay === null || birthDay <= registered.slice(0, birthDay.length)) return []
  const message = 'Ngày sinh ở sau ngày nộp hồ sơ. Nhập lại ngày sinh.'
  return [{ field: 'birthDay', code: 'birth-later', level: 'error', message }]
}
