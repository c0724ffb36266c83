import type { Filing, FilingEntry } from '../../electron/core/filings/contract.ts'
import { otherSteps, type StepName, stepOf } from '../../electron/core/filings/model.ts'
import { Section } from '../ui/page.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { FilingTag, momentWords } from './filing-look.tsx'

/** Who did what, when, and what they said; the latest first. */
export function FilingHistory({ filing: { history, frozen } }: { readonly filing: Filing }) {
  return (
    <>
      <Section title="Quá trình">
        <PlainTable
          label="Lịch sử báo cáo"
          headings={[
            { text: 'Lúc', fit: true },
            { text: 'Việc', fit: true },
            { text: 'Người thực hiện', fit: true },
            { text: 'Trạng thái', fit: true },
            { text: 'Ý kiến' },
          ]}
          rows={[...history].reverse().map(entry => ({
            key: entry.id,
            cells: [
              momentWords(entry.at),
              nameOf(entry.step),
              entry.by,
              <FilingTag key="state" state={entry.state} />,
              remarkOf(entry),
            ],
          }))}
        />
      </Section>
      {frozen === null ? null : (
        <Section title="Bản đã chốt" note="Mã SHA-256 của tệp Excel, để đối chiếu với tệp đã gửi">
          <PlainTable
            label="Mã kiểm tra"
            headings={[{ text: 'Bản', fit: true }, { text: 'Mã kiểm tra SHA-256' }]}
            rows={[
              { key: 'approved', cells: ['Lúc duyệt', <code key="hash">{frozen.approvedSha256}</code>] },
              ...(frozen.sentSha256 === null
                ? []
                : [{ key: 'sent', cells: ['Lúc gửi', <code key="hash">{frozen.sentSha256}</code>] }]),
            ]}
          />
        </Section>
      )}
    </>
  )
}

const isStep = (step: FilingEntry['step']): step is StepName => step in stepOf

const nameOf = (step: FilingEntry['step']): string => (isStep(step) ? stepOf[step].done : otherSteps[step])

function remarkOf({ comment, unlockedUntil, unlockedFor }: FilingEntry): string {
  if (unlockedUntil === null) return comment ?? ''
  return `${unlockedFor ?? 'Mọi người'}, đến ${momentWords(unlockedUntil)}: ${comment ?? ''}`
}
