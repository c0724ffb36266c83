import type { QueryContext } from '../context.ts'
import type { Period } from '../periods/period.ts'
import { settingInForce } from '../settings/store.ts'
import { formSetNamed } from '../slips/form-sets.ts'
import { formSetOn } from '../slips/texts.ts'
import { bookEntries } from './book-entries.ts'
import { officeOf } from './office.ts'
import type { ReportDocument } from './report.ts'
import { type BookFacts, bookDocument } from './so-theo-doi-document.ts'
import { receptionBookDocument } from './so-tiep-nhan-document.ts'

/** Sổ theo dõi hồ sơ (Mẫu 06): the files received in a period, in the order of receipt. */
export const soTheoDoi = (context: QueryContext, period: Period): ReportDocument =>
  bookDocument(bookFacts(context, period))

/** Sổ theo dõi tình hình tiếp nhận hồ sơ TTHC, as a province keeps it (forms.md §1): the same files. */
export const soTiepNhan = (context: QueryContext, period: Period): ReportDocument =>
  receptionBookDocument(bookFacts(context, period))

function bookFacts({ db, today }: QueryContext, period: Period): BookFacts {
  const department = settingInForce(db, 'department', today)
  const set = formSetNamed(formSetOn(db, today))
  return {
    office: officeOf(department),
    department: department.name,
    reportDay: today,
    form: `Mẫu số ${set.book} ban hành kèm theo ${set.issuedWith}.`,
    period,
    entries: bookEntries(db, period),
    sample: settingInForce(db, 'sample', today).sample,
  }
}
