import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Application } from '../../electron/core/applications/contract.ts'
import { useMay } from '../api/me.ts'
import { AttachmentsPart } from '../attachments/attachments-part.tsx'
import { CheckList } from '../checks/check-list.tsx'
import { useFormSet } from '../slips/form-set.ts'
import { composeAddress } from '../slips/slip-address.ts'
import { fittingSlip } from '../slips/slip-kinds.ts'
import { SlipsPart } from '../slips/slips-part.tsx'
import { useScreenKeys } from '../ui/screen-keys.ts'
import { FactsPart } from './application-facts.tsx'
import { ApplicationHead } from './application-head.tsx'
import { slipKey, useFileKeys } from './application-keys.ts'
import { NotesPart } from './application-notes.tsx'
import { RelatedFiles } from './application-related.tsx'
import { Remarks } from './application-remarks.tsx'
import { AppointDialog, CorrectionDialog } from './correction-dialog.tsx'
import { keepRemarks } from './drafts.ts'
import { DueExplanation } from './due-explanation.tsx'
import { History } from './history.tsx'
import type { HistoryLine } from './history-lines.ts'

type BodyProps = { readonly file: Application; readonly onOpen: (id: number) => void }

const keys = [
  { keys: 'F2', what: 'Sửa thông tin hồ sơ' },
  { keys: 'F8', what: 'Bước tiếp theo của hồ sơ' },
  { keys: 'Shift+F8', what: 'Rút lại bước vừa làm' },
  { keys: 'Ctrl+P', what: 'Lập phiếu của trạng thái đang có' },
  { keys: 'Ctrl+Alt+2…9', what: 'Chuyển sang trạng thái có số đó (0 là số 10)' },
  { keys: 'Alt+ArrowDown', what: 'Hồ sơ sau' },
  { keys: 'Alt+ArrowUp', what: 'Hồ sơ trước' },
] as const

/** What is known of a file and what may be done with it. */
export function ApplicationBody({ file, onOpen }: BodyProps) {
  const may = useMay()
  const [, navigate] = useLocation()
  const [correcting, setCorrecting] = useState<HistoryLine | null>(null)
  const [explained, setExplained] = useState(false)
  const set = useFormSet()
  const slip = may('slips.issue') ? fittingSlip(file, set) : null
  useFileKeys(slip === null ? {} : { [slipKey]: () => navigate(composeAddress(slip, file.id)) })
  useScreenKeys(keys)
  return (
    <>
      <ApplicationHead file={file} explained={explained} onExplain={() => setExplained(shown => !shown)} />
      {explained ? <DueBox file={file} /> : null}
      <Remarks file={file} onOpen={onOpen} />
      <div className="app-file">
        <div className="app-file-main">
          <FactsPart file={file} onEdit={() => setExplained(false)} />
          <NotesPart file={file} />
          <RelatedFiles file={file} onOpen={onOpen} />
        </div>
        <div className="app-file-side">
          <CheckList applicationId={file.id} />
          <SlipsPart file={file} />
          <AttachmentsPart applicationId={file.id} />
          <section className="app-part">
            <h3>Lịch sử hồ sơ</h3>
            <History file={file} {...(may('applications.correct') ? { onCorrect: setCorrecting } : {})} />
          </section>
        </div>
      </div>
      {correcting === null ? null : (
        <CorrectionDialog
          file={file}
          line={correcting}
          onClose={() => setCorrecting(null)}
          onDone={saved => {
            keepRemarks(saved)
            setCorrecting(null)
          }}
        />
      )}
    </>
  )
}

/** How the appointed day was counted, and its correction for those who may. */
function DueBox({ file }: Pick<BodyProps, 'file'>) {
  const may = useMay()
  const [appointing, setAppointing] = useState(false)
  return (
    <div className="app-box">
      <DueExplanation id={file.id} />
      {may('applications.appoint') && file.receivedDay !== null && file.closedDay === null ? (
        <Button variant="default" onClick={() => setAppointing(true)}>
          Sửa ngày hẹn trả
        </Button>
      ) : null}
      {appointing ? (
        <AppointDialog file={file} onClose={() => setAppointing(false)} onDone={() => setAppointing(false)} />
      ) : null}
    </div>
  )
}
