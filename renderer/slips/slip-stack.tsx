import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { showNumber } from '../ui/number-text.ts'
import { PrintFrame } from './print-frame.tsx'
import { SlipPage } from './slip-page.tsx'

/** The slips of one batch, each on its own sheet: one print for all of them. */
export function SlipStack({ batchId }: { readonly batchId: number }) {
  const ask = useAsk('slips.ofBatch', { batchId })
  const slips = ask.data ?? []
  const [first] = slips
  const name = first?.document.fileName.replace(/_.*$/, `_loat-${batchId}`)
  return (
    <PrintFrame name={name} paper={first?.document.paper} what={`In ${showNumber(slips.length)} phiếu`}>
      <Answered ask={ask} lines={10}>
        {stack =>
          stack.length === 0 ? (
            <EmptyState icon="print" title="Lần làm này không có phiếu nào">
              Chọn hồ sơ trong danh sách rồi in phiếu.
            </EmptyState>
          ) : (
            <div className="slip-stack">
              {stack.map(({ slip, document }) => (
                <SlipPage key={slip.id} document={document} />
              ))}
            </div>
          )
        }
      </Answered>
    </PrintFrame>
  )
}
