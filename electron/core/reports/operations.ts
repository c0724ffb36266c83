import { createHash } from 'node:crypto'
import type { Operations } from '../context.ts'
import { writeReport } from '../excel/write.ts'
import { periodTitle } from '../periods/period.ts'
import { reportRules } from '../periods/store.ts'
import { buildChecked, buildReport, reportTables } from './build.ts'
import { checkFile, contentHashField } from './check-file.ts'
import type { reportsContract } from './contract.ts'
import { reports } from './kinds.ts'

export const reportsOperations: Operations<typeof reportsContract> = {
  kinds: ({ db }) =>
    reports.map(report => ({
      name: report.name,
      title: report.title,
      periodKinds: report.periodKinds,
      rules: reportRules(db, report.name),
      unavailable: 'unavailable' in report ? report.unavailable : null,
    })),

  preview: (context, { name, period }) => buildReport(context, name, period),

  tables: (context, { name }) => reportTables(context, name),

  export: async (context, { name, period }) => {
    context.progress(0, 2, 'Đang tính số liệu')
    const document = context.read(query => buildChecked(query, name, period))
    context.checkCancelled()
    context.progress(1, 2, 'Đang viết bảng tính')
    const file = await writeReport(document)
    context.checkCancelled()
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    context.keepFile(file)
    context.write(({ audit }) =>
      audit({
        subject: 'report',
        subjectId: `${name}/${document.period.id}`,
        changes: {
          'Kỳ báo cáo': [null, periodTitle(document.period)],
          'Tệp đã xuất': [null, file.name],
          'Mã kiểm tra SHA-256': [null, sha256],
          [contentHashField]: [null, file.contentHash],
        },
      }),
    )
    context.progress(2, 2, 'Đã xuất báo cáo')
    return { fileName: file.name, sha256 }
  },

  checkFile: (context, { file }) => checkFile(context, file),
}
