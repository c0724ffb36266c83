import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useAsk } from '../api/use-query.ts'
import { Banner } from '../ui/banner.tsx'
import { Waiting } from '../ui/delayed.tsx'
import { ApplicationBody } from './application-body.tsx'
import { PanelBar, type PanelControls } from './panel-bar.tsx'

export type ApplicationPanelProps = PanelControls & {
  readonly id: number
  /** Opens another file in its place. */
  readonly onOpen: (id: number) => void
}

/** One file beside the list, or on the whole page. */
export function ApplicationPanel({ id, onOpen, ...controls }: ApplicationPanelProps) {
  const ask = useAsk('applications.get', { id }, { every: 30_000 })
  const panel = useRef<HTMLElement>(null)
  const { whole } = controls
  useEffect(() => {
    // beside the list the list keeps the focus, so that ↑↓ go on; alone on the page the file gets it
    if (whole) panel.current?.focus()
  }, [whole])
  const file = ask.data
  return (
    <article className="app-panel" ref={panel} tabIndex={-1} aria-label={file?.dossierCode ?? 'Hồ sơ'}>
      <PanelBar {...controls} />
      <div className="app-panel-content">
        {file === undefined ? null : <ApplicationBody file={file} onOpen={onOpen} />}
        {file === undefined && ask.error === null ? <Waiting lines={6} /> : null}
        {ask.error === null ? null : (
          <Banner
            tone="bad"
            action={
              <Button variant="default" onClick={() => void ask.refetch()}>
                Tải lại
              </Button>
            }
          >
            {ask.error.message}
          </Banner>
        )}
      </div>
    </article>
  )
}
