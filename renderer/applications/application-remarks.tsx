import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Application, Twin } from '../../electron/core/applications/contract.ts'
import { useMay } from '../api/me.ts'
import { useObservable } from '../api/observable.ts'
import { useAsk, useCommand } from '../api/use-query.ts'
import { Banner } from '../ui/banner.tsx'
import { say } from '../ui/said.tsx'
import { remarks } from './drafts.ts'
import { Twins } from './twins.tsx'
import { NotTwinDialog } from './twins-dialog.tsx'

type RemarksProps = { readonly file: Application; readonly onOpen: (id: number) => void }

/** Other open files of the same person, and what the last save remarked. */
export function Remarks({ file, onOpen }: RemarksProps) {
  const may = useMay()
  const saved = useObservable(remarks)
  const { fullName, birthDay, nationalId } = file.facts
  const twins = useAsk('applications.twins', { fullName, birthDay, nationalId, except: file.id }).data ?? []
  const [twin, setTwin] = useState<Twin | null>(null)
  const command = useCommand('checks.notTwin')
  return (
    <>
      {saved === null || saved.id !== file.id ? null : (
        <Banner
          tone="attention"
          title="Đã lưu hồ sơ, có nội dung cần xem lại"
          action={
            <Button variant="default" onClick={() => remarks.set(null)}>
              Đã xem
            </Button>
          }
        >
          <ul className="app-remarks">
            {saved.warnings.map(({ code, message }) => (
              <li key={code + message}>{message}</li>
            ))}
          </ul>
        </Banner>
      )}
      <Twins twins={twins} onShow={onOpen} {...(may('checks.notTwin') ? { onDifferent: setTwin } : {})} />
      {twin === null ? null : (
        <NotTwinDialog
          twin={twin}
          onClose={() => setTwin(null)}
          onReason={async reason => {
            await command.mutateAsync({ applicationId: file.id, otherId: twin.id, reason })
            say(`Đã ghi: là hồ sơ khác với ${twin.dossierCode}.`)
            setTwin(null)
          }}
        />
      )}
    </>
  )
}
