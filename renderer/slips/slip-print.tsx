import { Button, Tooltip } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useAsk } from '../api/use-query.ts'
import '../print/print-screen.css'
import { Answered } from '../ui/answered.tsx'
import { Icon } from '../ui/icon.tsx'
import { useShortcuts } from '../ui/keys.ts'
import { SlipPage } from './slip-page.tsx'

/** A slip on white, without the window around it: what is printed or becomes a PDF. */
export function SlipPrint({ id }: { readonly id: number }) {
  const ask = useAsk('slips.get', { id })
  const name = ask.data?.document.fileName.replace(/\.pdf$/, '')
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (name === undefined) return
    // one Enter prints
    button.current?.focus()
    // the name the system offers for a PDF
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
        {ask.data === undefined ? null : (
          <span className="g-soft">
            Chọn khổ {ask.data.document.paper}, tỷ lệ 100 %. Muốn lưu tệp, chọn máy in PDF.
          </span>
        )}
        <Tooltip label="Ctrl+P">
          <Button
            leftSection={<Icon name="print" />}
            disabled={ask.data === undefined}
            onClick={() => window.print()}
            ref={button}
          >
            In phiếu
          </Button>
        </Tooltip>
      </div>
      <Answered ask={ask} lines={10}>
        {({ document }) => <SlipPage document={document} />}
      </Answered>
    </div>
  )
}
