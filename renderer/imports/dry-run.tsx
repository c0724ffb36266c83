import { Button } from '@mantine/core'
import type { ImportReport } from '../../electron/core/imports/contract.ts'
import { saveJobFile } from '../api/save-file.ts'
import { showMoment } from '../applications/history-lines.ts'
import { Banner } from '../ui/banner.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/page.tsx'
import { ImportCounts } from './import-counts.tsx'
import { type Mapping, MappingTable } from './mapping-table.tsx'
import { ProblemList } from './problem-list.tsx'

type DryRunProps = {
  readonly report: ImportReport
  readonly jobId: string | null
  readonly busy: boolean
  readonly onSheet: (sheet: string) => void
  readonly onMapping: (mapping: Mapping) => void
}

/** What would happen, before anything does: counts, every problem by its row, and how the columns are read. */
export function DryRun({ report, jobId, busy, onSheet, onMapping }: DryRunProps) {
  return (
    <div className="imp-page" data-busy={busy}>
      <Verdict report={report} />
      <ImportCounts counts={report.counts} done={false} />
      <Section
        title="Kết quả kiểm tra"
        action={report.hasErrorFile && jobId !== null ? <ErrorFile jobId={jobId} /> : undefined}
      >
        <ProblemList report={report} />
      </Section>
      <Section title="Ghép cột" note={headerWords(report)}>
        {report.sheets.length > 1 ? (
          <div className="imp-sheet">
            <ChoiceField
              label="Trang tính"
              value={report.sheet}
              choices={report.sheets.map(name => ({ value: name, label: name }))}
              onChange={sheet => {
                if (sheet !== null) onSheet(sheet)
              }}
            />
          </div>
        ) : null}
        <MappingTable columns={report.columns} disabled={busy} onChange={onMapping} />
      </Section>
    </div>
  )
}

function headerWords({ headerRow, sheet, encoding }: ImportReport): string {
  const rows = headerRow.length === 0 ? '' : `Tiêu đề ở dòng ${headerRow.join(', ')}`
  const where = sheet === null || sheet === '' ? '' : ` của trang tính “${sheet}”`
  const code = encoding === null ? '' : `; bảng mã ${encoding}`
  return `${rows}${where}${code}. Cột ghép sai thì chọn lại, danh sách được kiểm tra lại ngay.`
}

function Verdict({ report: { earlier, counts } }: Pick<DryRunProps, 'report'>) {
  if (earlier !== null) {
    return (
      <Banner tone="info" title="Tệp này đã được nhập">
        {earlier.by} đã nhập đúng tệp này lúc {showMoment(earlier.at)}. Không cần nhập lại; sổ không thay đổi.
      </Banner>
    )
  }
  if (counts.new + counts.updated > 0) return null
  return (
    <Banner tone="attention" title="Không có gì để ghi vào sổ">
      {counts.rejected > 0
        ? 'Các dòng chưa ghi được đều có lý do bên dưới. Sửa trong tệp hoặc ghép lại cột.'
        : 'Mọi dòng đều trùng với nội dung đã có trong sổ.'}
    </Banner>
  )
}

/** The rejected rows as they came, with the reason beside each, to be put right in Excel. */
export function ErrorFile({ jobId }: { readonly jobId: string }) {
  return (
    <Button
      variant="default"
      leftSection={<Icon name="download" />}
      onClick={() => void saveJobFile(jobId).catch(() => undefined)}
    >
      Tải tệp các dòng bị từ chối
    </Button>
  )
}
