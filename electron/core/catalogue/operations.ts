import type { ReadDb } from '../../../db/database.ts'
import { changesIn } from '../audit/changes.ts'
import type { Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import { type Department, sinceAlways } from '../settings/model.ts'
import { settingInForce } from '../settings/store.ts'
import { fold } from '../vietnamese.ts'
import type {
  CatalogueItem,
  ClassChoice,
  catalogueContract,
  DifficultyKind,
  DistrictChoice,
} from './contract.ts'
import { holidayOperations } from './holidays.ts'
import { certainly, changedMeanwhile } from './store.ts'

const itemColumns = 'list, code, name, from_day AS fromDay, to_day AS toDay, version'
const kindColumns = `code, category, name, signs, cause, remedy, owner, escalate_to AS escalateTo, step,
  to_day AS toDay, version`

function itemOf(db: ReadDb, list: string, code: string): CatalogueItem | undefined {
  return db.row<CatalogueItem>(
    `SELECT ${itemColumns} FROM catalogue_items WHERE list = :list AND code = :code`,
    { list, code },
  )
}

const kindOf = (db: ReadDb, code: string) =>
  db.row<DifficultyKind>(`SELECT ${kindColumns} FROM difficulty_kinds WHERE code = :code`, { code })

/** Of a department of 2025: the districts of all provinces that became its own (codes changed their meaning). */
function districtsOf(db: ReadDb, { provinceCatalogue, provinceCode }: Department): DistrictChoice[] {
  const home = provinceCatalogue === '2023' ? 'p.code' : 'p.successor_code'
  return db.rows<DistrictChoice>(
    `SELECT d.code, d.name FROM districts d
     JOIN provinces p ON p.catalogue = d.catalogue AND p.code = d.province_code
     WHERE d.catalogue = '2023' AND ${home} = :provinceCode ORDER BY d.name_key, d.code`,
    { provinceCode },
  )
}

/** Lists are read by names: two items of one name could not be told apart. */
function assertNewName(db: ReadDb, list: string, code: string, name: string): void {
  const twin = db.row(
    'SELECT 1 AS x FROM catalogue_items WHERE list = :list AND code <> :code AND name_key = :key',
    { list, code, key: fold(name) },
  )
  if (twin === undefined) return
  const message = 'Đã có mục mang tên này. Đặt tên khác.'
  throw new AppError('conflict', message, { fields: { name: message } })
}

/** What the audit trail says of a kind of difficulty, in the words of the screen. */
const described = (kind: DifficultyKind) => ({
  Nhóm: kind.category,
  Tên: kind.name,
  'Dấu hiệu': kind.signs,
  'Nguyên nhân': kind.cause,
  'Cách xử lý': kind.remedy,
  'Đầu mối': kind.owner,
  'Báo cáo lên': kind.escalateTo,
  Bước: kind.step,
  'Ngừng dùng từ sau ngày': kind.toDay,
})

export const catalogueOperations: Operations<typeof catalogueContract> = {
  choices: ({ db, today }) => ({
    items: db.rows<CatalogueItem>(`SELECT ${itemColumns} FROM catalogue_items ORDER BY list, position, code`),
    districts: districtsOf(db, settingInForce(db, 'department', today)),
    classes: db.rows<ClassChoice>(
      'SELECT regime, class, vehicles, validity FROM licence_classes ORDER BY regime, class',
    ),
  }),

  saveItem: ({ db, audit }, { list, code, name, version }) => {
    const before = itemOf(db, list, code)
    if ((before?.version ?? 0) !== version) throw changedMeanwhile('Mục này', before)
    assertNewName(db, list, code, name)
    const values = { list, code, name, key: fold(name), from: sinceAlways }
    db.run(
      `INSERT INTO catalogue_items (list, code, name, name_key, position, from_day)
       VALUES (:list, :code, :name, :key, (SELECT coalesce(max(position), 0) + 1 FROM catalogue_items WHERE list = :list), :from)
       ON CONFLICT (list, code) DO UPDATE SET name = excluded.name, name_key = excluded.name_key, version = version + 1`,
      values,
    )
    audit({
      subject: 'catalogue',
      subjectId: `${list}/${code}`,
      changes: { Tên: [before?.name ?? null, name] },
    })
    return certainly(itemOf(db, list, code))
  },

  retireItem: ({ db, audit }, { list, code, toDay, version }) => {
    const before = itemOf(db, list, code)
    if (before === undefined) throw new AppError('not-found', 'Không tìm thấy mục này. Tải lại danh sách.')
    if (before.version !== version) throw changedMeanwhile('Mục này', before)
    db.run(
      'UPDATE catalogue_items SET to_day = :toDay, version = version + 1 WHERE list = :list AND code = :code',
      { list, code, toDay },
    )
    audit({
      subject: 'catalogue',
      subjectId: `${list}/${code}`,
      changes: { 'Ngừng dùng từ sau ngày': [before.toDay, toDay] },
    })
    return certainly(itemOf(db, list, code))
  },

  ...holidayOperations,

  difficultyKinds: ({ db }) =>
    db.rows<DifficultyKind>(
      `SELECT ${kindColumns} FROM difficulty_kinds ORDER BY substr(code, 1, 1), length(code), code`,
    ),

  saveDifficultyKind: ({ db, today, audit }, { retired, version, ...kind }) => {
    const before = kindOf(db, kind.code)
    if ((before?.version ?? 0) !== version) throw changedMeanwhile('Mục này', before)
    const toDay = retired ? (before?.toDay ?? today) : null
    db.run(
      `INSERT INTO difficulty_kinds (code, category, name, signs, cause, remedy, owner, escalate_to, step, from_day, to_day)
       VALUES (:code, :category, :name, :signs, :cause, :remedy, :owner, :escalateTo, :step, :from, :toDay)
       ON CONFLICT (code) DO UPDATE SET category = excluded.category, name = excluded.name, signs = excluded.signs,
         cause = excluded.cause, remedy = excluded.remedy, owner = excluded.owner, escalate_to = excluded.escalate_to,
         step = excluded.step, to_day = excluded.to_day, version = version + 1`,
      { ...kind, from: today, toDay },
    )
    const after = certainly(kindOf(db, kind.code))
    audit({
      subject: 'difficulty-kind',
      subjectId: kind.code,
      changes: changesIn(before === undefined ? null : described(before), described(after)),
    })
    return after
  },
}
