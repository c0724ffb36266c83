import { createHash } from 'node:crypto'
import type { ReadDb } from '../../../db/database.ts'
import { type Operations, prepared, type QueryContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { openForm } from '../excel/fill.ts'
import { readXlsx } from '../excel/xlsx.ts'
import { type Period, periodTitle } from '../periods/period.ts'
import type { PeriodRules } from '../periods/rules.ts'
import { askedPeriod, officeRules, reportRules } from '../periods/store.ts'
import { assertBalanced } from '../reports/build.ts'
import type { ministryFormsContract } from './contract.ts'
import { gridsOf } from './grid.ts'
import { largestForm, placeWords } from './model.ts'
import { formById, formBytes, formsInUse, type StoredForm } from './store.ts'
import { triedPatches } from './try-places.ts'
import { formValues } from './values.ts'

export const ministryFormsOperations: Operations<typeof ministryFormsContract> = {
  list: ({ db }) => formsInUse(db),

  get: ({ db }, { id }) => ({ ...formById(db, id), sheets: gridsOf(formBytes(db, id)) }),

  add: (context, { name, file: { name: fileName, bytes } }) => {
    if (bytes.length > largestForm) {
      throw new AppError(
        'invalid',
        'Biểu mẫu lớn hơn 5 MB. Bỏ bớt hình ảnh hoặc trang tính thừa rồi đưa lên lại.',
      )
    }
    openForm(bytes)
    gridsOf(bytes)
    const sha256 = hashOf(bytes)
    return context.write(({ db, actor, now, audit }) => {
      const twin = formsInUse(db).find(form => form.sha256 === sha256)
      if (twin !== undefined)
        throw new AppError('conflict', `Tệp này đã có với tên “${twin.name}”. Mở biểu mẫu đó để sửa.`)
      const { lastInsertRowid } = db.run(
        `INSERT INTO ministry_forms (name, file_name, sha256, bytes, at, by_id)
         VALUES (:name, :fileName, :sha256, :bytes, :now, :byId)`,
        { name, fileName, sha256, bytes, now, byId: actor.id },
      )
      audit({
        subject: 'ministry-form',
        subjectId: lastInsertRowid,
        changes: {
          'Biểu mẫu': [null, name],
          Tệp: [null, fileName],
          'Mã kiểm tra SHA-256': [null, sha256],
        },
      })
      return { id: lastInsertRowid }
    })
  },

  setPlaces: prepared({
    prepare: async ({ id, places }, read) => {
      const bytes = read(({ db }) => {
        formById(db, id)
        return formBytes(db, id)
      })
      openForm(bytes).fill(triedPatches(bytes, places))
    },
    run: ({ db, audit }, { id, version, places }) => {
      const before = seen(formById(db, id), version)
      db.run('UPDATE ministry_forms SET places = :places, version = version + 1 WHERE id = :id', {
        id,
        places: JSON.stringify(places),
      })
      audit({
        subject: 'ministry-form',
        subjectId: id,
        changes: { 'Nguồn của các ô': [before.places.map(placeWords), places.map(placeWords)] },
      })
      return { version: version + 1 }
    },
  }),

  retire: ({ db, now, audit }, { id, version }) => {
    const { form } = seen(formById(db, id), version)
    db.run('UPDATE ministry_forms SET retired_at = :now, version = version + 1 WHERE id = :id', { id, now })
    audit({ subject: 'ministry-form', subjectId: id, changes: { 'Biểu mẫu': [form.name, null] } })
    return { id }
  },

  preview: (context, { id, period: asked, report }) => {
    const period = askedPeriod(context.db, asked, rulesFor(context.db, report))
    const { patches, strays, workbook } = filled(context, id, period)
    const values = patches.map(({ sheet, cell, value }) => ({
      sheet,
      cell,
      shown: typeof value === 'number' ? workbook.show(sheet, cell, value) : (value ?? ''),
    }))
    return { values, strays }
  },

  fill: (context, { id, period: asked, report }) => {
    context.progress(0, 2, 'Đang tính số liệu')
    const { made, period, strays, form } = context.read(query => {
      const rules = rulesFor(query.db, report)
      const of = askedPeriod(query.db, asked, rules)
      assertBalanced(query.db, of, rules)
      const { patches, ...rest } = filled(query, id, of)
      return { ...rest, period: of, made: rest.workbook.fill(patches) }
    })
    context.checkCancelled()
    const sha256 = hashOf(made)
    const fileName = `${form.fileName.replace(/\.xlsx$/i, '')}-${period.id.replace(/[^\w-]+/g, '-')}.xlsx`
    context.keepFile({ name: fileName, bytes: made })
    context.write(({ audit }) =>
      audit({
        subject: 'ministry-form',
        subjectId: id,
        changes: {
          'Kỳ báo cáo': [null, periodTitle(period)],
          'Tệp đã xuất': [null, fileName],
          'Mã kiểm tra SHA-256': [null, sha256],
        },
      }),
    )
    context.progress(2, 2, 'Đã điền biểu mẫu')
    return { fileName, sha256, strays }
  },
}

const rulesFor = (db: ReadDb, report: string | undefined): PeriodRules =>
  report === undefined ? officeRules(db) : reportRules(db, report)

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** A form with its values for a period; throws `invalid` where nothing has been pointed at yet. */
function filled(context: QueryContext, id: number, period: Period) {
  const { form, places } = formById(context.db, id)
  if (places.length === 0) {
    throw new AppError(
      'invalid',
      'Biểu mẫu chưa có ô nào được chỉ nguồn số liệu. Vào Cài đặt, mục Biểu mẫu của Bộ để chỉ.',
    )
  }
  const bytes = formBytes(context.db, id)
  const workbook = openForm(bytes)
  return {
    form,
    workbook,
    ...formValues(context, places, period, { form: workbook, sheets: readXlsx(bytes) }),
  }
}

function seen(stored: StoredForm, version: number): StoredForm {
  if (stored.form.version === version) return stored
  throw new AppError('conflict', 'Biểu mẫu vừa được người khác sửa. Tải lại trang để xem rồi sửa tiếp.', {
    standing: { version: stored.form.version },
  })
}
