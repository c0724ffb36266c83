import type { WriteDb } from '../../../db/database.ts'
import { sinceAlways } from '../settings/model.ts'
import { fold } from '../vietnamese.ts'
import type { ListName } from './contract.ts'
import { catalogueRows } from './csv-files.ts'

/** Reasons to offer (procedure.md §4); the office edits the list. */
const reasons: readonly (readonly [code: string, name: string])[] = [
  ['expiring', 'Sắp hết hạn'],
  ['damaged', 'Bị hỏng'],
  ['paper-to-pet', 'Đổi từ giấy bìa sang PET'],
  ['class-e-age', 'Hạng E đến tuổi đổi xuống hạng D'],
  ['personal-data', 'Thay đổi thông tin theo CCCD'],
  ['class-change', 'Tách hoặc nhập hạng'],
  ['foreigner', 'Người nước ngoài'],
]

const codeLists: Readonly<Record<string, ListName>> = {
  'kênh nộp': 'channel',
  'hình thức nhận kết quả': 'return-way',
  'trạng thái thanh toán': 'payment-status',
  'hình thức thanh toán': 'payment-form',
}

/** Fills the catalogues of a new data folder from the starting files. */
export function seedCatalogue(db: WriteDb): void {
  seedPlaces(db)
  seedLists(db)
  seedHolidays(db)
}

function seedPlaces(db: WriteDb): void {
  const province = `INSERT INTO provinces (catalogue, code, name, kind, cccd_code, spelling_variant, successor_code)
    VALUES (:catalogue, :code, :name, :kind, :cccd, :variant, :successor)`
  for (const row of catalogueRows('provinces-2023')) {
    db.run(province, {
      ...{ catalogue: '2023', code: row.code ?? '', name: row.name ?? '', kind: row.type ?? '' },
      ...{
        cccd: row.cccd_code ?? null,
        variant: row.spelling_variant || null,
        successor: row.successor_2025_code ?? null,
      },
    })
  }
  for (const row of catalogueRows('provinces-2025')) {
    db.run(province, {
      ...{ catalogue: '2025', code: row.code ?? '', name: row.name ?? '', kind: row.type ?? '' },
      ...{ cccd: null, variant: null, successor: null },
    })
  }
  for (const row of catalogueRows('districts-2023')) {
    const name = row.name ?? ''
    db.run(
      `INSERT INTO districts (catalogue, code, name, name_key, province_code)
       VALUES ('2023', :code, :name, :key, :province)`,
      { code: row.code ?? '', name, key: fold(name), province: row.province_code ?? '' },
    )
  }
}

function seedLists(db: WriteDb): void {
  const insert = (list: ListName, code: string, name: string, position: number) =>
    db.run(
      `INSERT INTO catalogue_items (list, code, name, name_key, position, from_day)
       VALUES (:list, :code, :name, :key, :position, :from)`,
      { list, code, name, key: fold(name), position, from: sinceAlways },
    )
  catalogueRows('statuses').forEach((row, at) => {
    insert('status', row.code ?? '', row.name ?? '', at)
  })
  catalogueRows('code-lists').forEach((row, at) => {
    const list = codeLists[row.list ?? '']
    if (list !== undefined) insert(list, row.code ?? '', row.name ?? '', at)
  })
  reasons.forEach(([code, name], at) => {
    insert('reason', code, name, at)
  })
  for (const row of catalogueRows('licence-classes')) {
    db.run(
      `INSERT INTO licence_classes (regime, class, vehicles, validity, minimum_age, health_certificate, successor)
       VALUES (:regime, :class, :vehicles, :validity, :age, :health, :successor)`,
      {
        ...{ regime: row.regime?.includes('2008') ? '2008' : '2024', class: row.class ?? '' },
        ...{
          vehicles: row.vehicles_vi ?? '',
          validity: row.validity_vi ?? '',
          age: Number(row.min_age) || null,
        },
        ...{
          health: row.health_certificate_for_exchange === 'yes' ? 1 : 0,
          successor: row.exchanged_to_2025 ?? '',
        },
      },
    )
  }
  for (const row of catalogueRows('difficulty-taxonomy')) {
    db.run(
      `INSERT INTO difficulty_kinds (code, category, name, signs, cause, remedy, owner, escalate_to, step, from_day)
       VALUES (:code, :category, :name, :signs, :cause, :remedy, :owner, :escalate, :step, :from)`,
      {
        ...{
          code: row.code ?? '',
          category: row.category ?? '',
          name: row.subcategory ?? '',
          from: sinceAlways,
        },
        ...{
          signs: row.signs_vi ?? '',
          cause: row.typical_cause_vi ?? '',
          remedy: row.remedy_vi ?? '',
        },
        ...{ owner: row.owner ?? '', escalate: row.escalate_to ?? '', step: row.step ?? '' },
      },
    )
  }
}

/** 2023–2026 are decided; 2027 is not, and every deadline that touches it says so. */
function seedHolidays(db: WriteDb): void {
  const years = new Set<number>()
  const insert = (row: Readonly<Record<string, string>>, kind: string) => {
    const day = row.date ?? ''
    years.add(Number(day.slice(0, 4)))
    db.run('INSERT INTO holidays (day, name, kind, source) VALUES (:day, :name, :kind, :source)', {
      ...{ day, name: row.name ?? '', kind, source: row.source ?? row.note ?? '' },
    })
  }
  for (const row of catalogueRows('holidays')) insert(row, row.kind ?? '')
  const confirmed = new Set(years)
  for (const row of catalogueRows('holidays-2027-tentative')) {
    const tentative = row.name?.startsWith('Nghỉ bù') ? 'compensatory' : 'holiday'
    insert(row, row.kind === 'tentative' ? tentative : (row.kind ?? ''))
  }
  for (const year of years) {
    db.run('INSERT INTO holiday_years (year, confirmed) VALUES (:year, :confirmed)', {
      year,
      confirmed: confirmed.has(year) ? 1 : 0,
    })
  }
}
