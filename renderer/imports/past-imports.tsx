import { useAsk } from '../api/use-query.ts'
import { showMoment } from '../applications/history-lines.ts'
import { Answered } from '../ui/answered.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { showNumber } from '../ui/number-text.ts'
import { Section } from '../ui/page.tsx'
import { PlainTable } from '../ui/plain-table.tsx'

const right = 'right' as const

/** Which lists went into the register, when, by whom, with what result. */
export function PastImports() {
  const ask = useAsk('imports.history', {})
  return (
    <Section title="Các lần đã nhập">
      <Answered ask={ask}>
        {past =>
          past.length === 0 ? (
            <EmptyState icon="upload" title="Chưa nhập danh sách nào">
              Lần nhập đầu tiên hiện ở đây với số dòng mới, cập nhật và bị từ chối.
            </EmptyState>
          ) : (
            <PlainTable
              label="Các lần đã nhập"
              maxHeight={360}
              headings={[
                { text: 'Thời điểm' },
                { text: 'Tệp' },
                { text: 'Người nhập' },
                { text: 'Thêm mới', align: right },
                { text: 'Cập nhật', align: right },
                { text: 'Không đổi', align: right },
                { text: 'Từ chối', align: right },
              ]}
              rows={past.map(({ id, at, by, file, counts }) => ({
                key: id,
                cells: [
                  showMoment(at),
                  file,
                  by,
                  showNumber(counts.new),
                  showNumber(counts.updated),
                  showNumber(counts.unchanged),
                  showNumber(counts.rejected),
                ],
              }))}
            />
          )
        }
      </Answered>
    </Section>
  )
}
