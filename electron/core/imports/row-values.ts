import { checkAge, parseClasses, type Regime, regimeOn } from '../applications/classes.ts'
import {
  checkDossierCode,
  checkLicenceNumber,
  checkName,
  checkNationalId,
  checkPhone,
  checkPostalCode,
  type Finding,
} from '../applications/person.ts'
import type { Day } from '../calendar/day.ts'
import type { Cell, Row } from '../excel/sheet.ts'
import {
  licenceZeros,
  nationalIdZeros,
  phoneZeros,
  readFee,
  readLicences,
  readNumberText,
  readText,
  restoreZeros,
} from './cell-values.ts'
import { readChannel, readReturnWay, readSex, readStatus } from './code-values.ts'
import type { ListField } from './list-fields.ts'
import type { ListValues, Problem, Reading } from './list-row.ts'
import { readBirthDay, readMoment } from './moments.ts'

/** What of the catalogues the checks of a row need. */
export type ListCatalogue = {
  /** `cccd_code` of the provinces of 2023. */
  readonly provinceCodes: ReadonlySet<string>
  /** Class → minimum age, or null where none is known, under each law. */
  readonly classes: Readonly<Record<Regime, ReadonlyMap<string, number | null>>>
}

export type RowFacts = {
  readonly columns: ReadonlyMap<ListField, number>
  readonly date1904: boolean
  readonly today: Day
  readonly catalogue: ListCatalogue
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** Text as it stands, with its longest length as the register has it. */
const plainTexts = { address: 300, district: 100, reason: 200, officer: 100, notes: 2000 } as const
const moments = ['registeredAt', 'receivedAt', 'finishedAt', 'returnedAt', 'statusDay'] as const

/** Reads one row: every value by its field's rule, every problem at once. */
export function readRowValues(row: Row, facts: RowFacts): { values: ListValues; problems: Problem[] } {
  return new RowReader(row, facts).read()
}

const classSets = new WeakMap<ReadonlyMap<string, number | null>, ReadonlySet<string>>()

/** The codes of a catalogue as the check wants them; made once, not once a row. */
function knownClasses(classes: ReadonlyMap<string, number | null>): ReadonlySet<string> {
  const known = classSets.get(classes) ?? new Set(classes.keys())
  classSets.set(classes, known)
  return known
}

class RowReader {
  readonly #row: Row
  readonly #facts: RowFacts
  readonly #values: Writable<ListValues> = {}
  readonly #problems: Problem[] = []

  constructor(row: Row, facts: RowFacts) {
    this.#row = row
    this.#facts = facts
  }

  read(): { values: ListValues; problems: Problem[] } {
    this.#readCells()
    this.#checkDossierCode()
    this.#checkPerson()
    this.#checkLicence()
    return { values: this.#values, problems: this.#problems }
  }

  #cell(field: ListField): Cell | undefined {
    const index = this.#facts.columns.get(field)
    return index === undefined ? undefined : this.#row.cells[index]
  }

  #keep<F extends ListField & keyof ListValues>(
    field: F,
    reading: Reading<NonNullable<ListValues[F]>>,
  ): void {
    this.#problems.push(...reading.problems)
    if (reading.value !== undefined) this.#values[field] = reading.value
  }

  #readCells(): void {
    const { date1904, today } = this.#facts
    for (const field of moments) this.#keep(field, readMoment(this.#cell(field), field, date1904))
    const due = readMoment(this.#cell('dueDay'), 'dueDay', date1904)
    this.#keep(
      'dueDay',
      due.value === undefined ? { problems: due.problems } : { ...due, value: due.value.day },
    )
    this.#keep('birthDay', readBirthDay(this.#cell('birthDay'), today, date1904))
    this.#keep('status', readStatus(this.#cell('status')))
    this.#keep('channel', readChannel(this.#cell('channel')))
    this.#keep('returnWay', readReturnWay(this.#cell('returnWay')))
    this.#keep('sex', readSex(this.#cell('sex')))
    this.#keep('licences', readLicences(this.#cell('licences')))
    this.#keep('fee', readFee(this.#cell('fee')))
    // the keys of the object above are its fields
    for (const field of Object.keys(plainTexts) as (keyof typeof plainTexts)[])
      this.#keep(field, readText(this.#cell(field), field, plainTexts[field]))
  }

  #checkDossierCode(): void {
    const reading = readNumberText(this.#cell('dossierCode'), 'dossierCode', 60)
    if (reading.value === undefined && reading.problems.length > 0) {
      this.#problems.push(...reading.problems)
      return
    }
    const { registeredAt, receivedAt } = this.#values
    this.#take('dossierCode', reading, text =>
      checkDossierCode(text, {
        receivedDay: receivedAt?.day ?? null,
        registeredDay: registeredAt?.day ?? null,
      }),
    )
  }

  #checkPerson(): void {
    const { provinceCodes } = this.#facts.catalogue
    const name = readText(this.#cell('fullName'), 'fullName', 100)
    this.#take('fullName', name, text => checkName(text))
    if (name.value === undefined && name.problems.length === 0)
      this.#problems.push({
        field: 'fullName',
        code: 'name-missing',
        level: 'error',
        message: 'Thiếu họ và tên. Ghi họ và tên của chủ hồ sơ.',
      })
    this.#take(
      'submitter',
      readText(this.#cell('submitter'), 'submitter', 100),
      text => checkName(text, 'submitter'),
      true,
    )
    const phone = restoreZeros(readNumberText(this.#cell('phone'), 'phone', 60), phoneZeros)
    this.#take('phone', phone, checkPhone, true)
    const id = readNumberText(this.#cell('nationalId'), 'nationalId', 60)
    const about = { birthDay: this.#values.birthDay ?? null, sex: this.#values.sex ?? null, provinceCodes }
    this.#take('nationalId', restoreZeros(id, nationalIdZeros(provinceCodes)), text => {
      const paper = checkNationalId(text, about)
      if (paper.kind !== null) this.#values.paperKind = paper.kind
      return paper
    })
  }

  #checkLicence(): void {
    const number = readNumberText(this.#cell('licenceNumber'), 'licenceNumber', 60)
    this.#take('licenceNumber', restoreZeros(number, licenceZeros), checkLicenceNumber)
    this.#take(
      'postalCode',
      readNumberText(this.#cell('postalCode'), 'postalCode', 60),
      checkPostalCode,
      true,
    )
    const { receivedAt, registeredAt, birthDay } = this.#values
    const day = receivedAt?.day ?? registeredAt?.day ?? this.#facts.today
    const classes = this.#facts.catalogue.classes[regimeOn(day)]
    this.#take('classes', readText(this.#cell('classes'), 'classes', 60), text =>
      parseClasses(text, knownClasses(classes)),
    )
    const ages = (this.#values.classes?.split(', ') ?? []).map(name => classes.get(name) ?? 0)
    // of a birth known by its year only, the oldest the person can be
    const born = birthDay?.length === 4 ? `${birthDay}-01-01` : (birthDay ?? null)
    this.#add(checkAge(born, Math.max(0, ...ages) || null, receivedAt?.day ?? null), 'birthDay', false)
  }

  /** Puts the text of a cell through a check of the register; with `lenient` its refusal only leaves the value out. */
  #take(
    field:
      | 'dossierCode'
      | 'fullName'
      | 'submitter'
      | 'phone'
      | 'nationalId'
      | 'licenceNumber'
      | 'postalCode'
      | 'classes',
    reading: Reading<string>,
    check: (text: string) => { readonly value: string | null; readonly findings: readonly Finding[] },
    lenient = false,
  ): void {
    this.#add(reading.problems, field, lenient)
    if (reading.value === undefined && field !== 'dossierCode') return
    const checked = check(reading.value ?? '')
    this.#add(checked.findings, field, lenient)
    if (checked.value !== null) this.#values[field] = checked.value
  }

  #add(findings: readonly (Finding | Problem)[], field: ListField, lenient: boolean): void {
    for (const { code, level, message } of findings) {
      if (lenient && level === 'error')
        this.#problems.push({
          field,
          code,
          level: 'warning',
          message: `${message} Giá trị này không được nhập.`,
        })
      else this.#problems.push({ field, code, level, message })
    }
  }
}
