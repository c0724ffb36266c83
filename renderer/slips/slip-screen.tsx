import { useParams, useSearch } from 'wouter'
import { EmptyState } from '../ui/empty-state.tsx'
import { readSlipAddress } from './slip-address.ts'
import { SlipCompose } from './slip-compose.tsx'
import { SlipPrint } from './slip-print.tsx'
import { SlipStack } from './slip-stack.tsx'

/** Slips: one that was printed, or one to be filled in and numbered. */
export function SlipScreen() {
  const { part } = useParams<{ part?: string }>()
  const search = useSearch()
  const place = readSlipAddress(part, search)
  if (place === null) {
    return (
      <EmptyState icon="print" title="Không có phiếu này">
        Mở hồ sơ rồi chọn phiếu cần lập hoặc cần in lại.
      </EmptyState>
    )
  }
  if (place.show === 'slip') return <SlipPrint key={place.id} id={place.id} />
  if (place.show === 'stack') return <SlipStack key={place.batchId} batchId={place.batchId} />
  return <SlipCompose key={search} kind={place.kind} subject={place.subject} />
}
