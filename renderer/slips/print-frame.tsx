import { Button, Tooltip } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import type { SlipDocument } from '../../electron/core/slips/document.ts'
import '../print/print-screen.css'
import { Icon } from '../ui/icon.tsx'
import { useShortcuts } from '../ui/keys.ts'

type PrintFrameProps = {
  /** The name the system offers for a PDF; undefined as long as there is nothing to print. */
  readonly name: string | undefined
  readonly paper: SlipDocument['paper'] | undefined
  /** What the button prints. */
  readonly what: string
  readonly children: ReactNode
}

/** Slips on white, without the window around them: what is printed or becomes a PDF. */
export function PrintFrame({ name, paper, what, children }: PrintFrameProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (name === undefined) return
    // one Enter prints
    button.current?.focus()
    const before = document.title
    document.title = name
    return () => {
      document.title = before
    }
  }, [name])
  const back = () => window.history.back()
  useShortcuts({ Escape: back })
  return (
    <div className="print-screen">
      <div className="print-bar">
        <Tooltip label="Esc">
          <Button variant="subtle" leftSection={<Icon name="left" />} onClick={back}>
            Quay lại
          </Button>
        </Tooltip>
        {paper === undefined ? null : (
          <span className="g-soft">Chọn khổ {paper}, tỷ lệ 100 %. Muốn lưu tệp, chọn máy in PDF.</span>
        )}
        <Tooltip label="Ctrl+P">
          <Button
            leftSection={<Icon name="print" />}
            disabled={name === undefined}
            onClick={() => window.print()}
            ref={button}
          >
            {what}
          </Button>
        </Tooltip>
      </div>
      {children}
    </div>
  )
}
