import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { PrintFrame } from './print-frame.tsx'
import { SlipPage } from './slip-page.tsx'

/** One slip as it was printed. */
export function SlipPrint({ id }: { readonly id: number }) {
  const ask = useAsk('slips.get', { id })
  const slip = ask.data?.document
  return (
    <PrintFrame name={slip?.fileName.replace(/\.pdf$/, '')} paper={slip?.paper} what="In phiếu">
      <Answered ask={ask} lines={10}>
        {({ document }) => <SlipPage document={document} />}
      </Answered>
    </PrintFrame>
  )
}
