import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Application, Saved } from '../../electron/core/applications/contract.ts'
import { useMay, useMe } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { Banner } from '../ui/banner.tsx'
import { Icon } from '../ui/icon.tsx'
import { useShortcuts } from '../ui/keys.ts'
import { ApplicationHead } from './application-head.tsx'
import { AppointDialog, CorrectionDialog } from './correction-dialog.tsx'
import { draftOf, dropDraft, dropRemarks, remarksOf } from './drafts.ts'
import { DueExplanation } from './due-explanation.tsx'
import { FactsEdit } from './facts-edit.tsx'
import { FactsView } from './facts-view.tsx'
import { History } from './history.tsx'
import type { HistoryLine } from './history-lines.ts'
import { Twins } from './twins.tsx'

type BodyProps = { readonly file: Application; readonly onOpen: (id: number) => void }

/** What is known of a file and what may be done with it. */
export function ApplicationBody({ file, onOpen }: BodyProps) {
  const may = useMay()
  const me = useMe()
  const [editing, setEditing] = useState(false)
  const [draft, setDraft] = useState(() => draftOf(me.id, file.id) !== undefined)
  const [correcting, setCorrecting] = useState<HistoryLine | null>(null)
  const [appointing, setAppointing] = useState(false)
  const [explained, setExplained] = useState(false)
  const mayEdit = may('applications.edit')
  const mayCorrect = may('applications.correct')
  const edit = () => {
    setExplained(false)
    setEditing(true)
  }
  useShortcuts(mayEdit && !editing ? { F2: edit } : {})
  const leaveEdit = () => {
    setEditing(false)
    setDraft(draftOf(me.id, file.id) !== undefined)
  }
  return (
    <>
      <ApplicationHead file={file} explained={explained} onExplain={() => setExplained(shown => !shown)} />
      {explained ? (
        <div className="app-box">
          <DueExplanation id={file.id} />
          {may('applications.appoint') && file.receivedDay !== null && file.closedDay === null ? (
            <Button variant="default" onClick={() => setAppointing(true)}>
              Sửa ngày hẹn trả
            </Button>
          ) : null}
        </div>
      ) : null}
      <Remarks file={file} onOpen={onOpen} />
      <section className="app-part">
        <div className="app-part-head">
          <h3>Thông tin hồ sơ</h3>
          {mayEdit && !editing ? (
            <Button variant="subtle" leftSection={<Icon name="edit" />} onClick={edit} title="F2">
              Sửa thông tin (F2)
            </Button>
          ) : null}
        </div>
        {draft && !editing ? (
          <Banner
            tone="info"
            action={
              <div className="app-inline">
                <Button variant="default" onClick={edit}>
                  Sửa tiếp
                </Button>
                <Button
                  variant="subtle"
                  onClick={() => {
                    dropDraft(file.id)
                    setDraft(false)
                  }}
                >
                  Bỏ nội dung
                </Button>
              </div>
            }
          >
            Hồ sơ này có nội dung đang sửa chưa lưu.
          </Banner>
        ) : null}
        {editing ? <FactsEdit file={file} onLeave={leaveEdit} /> : <FactsView file={file} />}
      </section>
      <section className="app-part">
        <h3>Lịch sử hồ sơ</h3>
        <History history={file.history} {...(mayCorrect ? { onCorrect: setCorrecting } : {})} />
      </section>
      {correcting === null ? null : (
        <CorrectionDialog
          file={file}
          line={correcting}
          onClose={() => setCorrecting(null)}
          onDone={() => setCorrecting(null)}
        />
      )}
      {appointing ? (
        <AppointDialog file={file} onClose={() => setAppointing(false)} onDone={() => setAppointing(false)} />
      ) : null}
    </>
  )
}

/** Other open files of the same person, and what the save that led here remarked. */
function Remarks({ file, onOpen }: BodyProps) {
  const [saved, setSaved] = useState<Saved | undefined>(() => remarksOf(file.id))
  const { fullName, birthDay, nationalId } = file.facts
  const twins = useAsk('applications.twins', { fullName, birthDay, nationalId, except: file.id }).data ?? []
  return (
    <>
      {saved === undefined || saved.warnings.length === 0 ? null : (
        <Banner
          tone="attention"
          title="Đã lưu hồ sơ, có nội dung cần xem lại"
          action={
            <Button
              variant="default"
              onClick={() => {
                dropRemarks()
                setSaved(undefined)
              }}
            >
              Đã xem
            </Button>
          }
        >
          <ul className="app-remarks">
            {saved.warnings.map(({ code, message }) => (
              <li key={code}>{message}</li>
            ))}
          </ul>
        </Banner>
      )}
      <Twins twins={twins} onShow={onOpen} />
    </>
  )
}
