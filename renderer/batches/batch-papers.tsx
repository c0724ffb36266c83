import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import type { BatchDetails } from '../../electron/core/batches/contract.ts'
import { useMay } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { postListAddress, slipAddress, stackAddress } from '../slips/slip-address.ts'
import { Icon } from '../ui/icon.tsx'
import { showNumber } from '../ui/number-text.ts'

type Papers = Pick<BatchDetails, 'id' | 'kind' | 'done' | 'undoneAt' | 'lists'>

/** What a batch leaves on paper: the hand-over list of the post, or the slips it laid out; nothing otherwise. */
export function BatchPapers({ batch }: { readonly batch: Papers }) {
  const may = useMay()
  const [, navigate] = useLocation()
  const { id, kind, done, undoneAt, lists } = batch
  if (done === 0) return null
  if (kind === 'print') {
    return (
      <Button leftSection={<Icon name="print" />} onClick={() => navigate(stackAddress(id))}>
        In {showNumber(done)} phiếu
      </Button>
    )
  }
  if (kind !== 'hand-to-post') return null
  // one that is printed stays to be looked at, also when the hand-over has been taken back
  const printed = lists.at(-1)
  if (printed === undefined && (undoneAt !== null || !may('slips.issue'))) return null
  return (
    <Button
      leftSection={<Icon name="print" />}
      onClick={() => navigate(printed === undefined ? postListAddress(id) : slipAddress(printed.id))}
    >
      In biên bản bàn giao bưu chính
    </Button>
  )
}

/** The same beside the result of a batch that has just ended. */
export function BatchPapersOf({ batchId }: { readonly batchId: number }) {
  const { data } = useAsk('batches.get', { id: batchId })
  return data === undefined ? null : <BatchPapers batch={data} />
}
