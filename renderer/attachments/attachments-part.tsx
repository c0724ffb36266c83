import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { type Attachment, largestAttachment, mediaTypes } from '../../electron/core/attachments/contract.ts'
import { messageOf } from '../api/api-error.ts'
import { useMay } from '../api/me.ts'
import { useAsk, useCommand } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { Banner } from '../ui/banner.tsx'
import { Icon } from '../ui/icon.tsx'
import { say } from '../ui/said.tsx'
import { AttachmentPreview } from './attachment-preview.tsx'
import { AttachmentRow } from './attachment-row.tsx'
import { tooLarge } from './attachment-words.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import './attachments.css'

type PartProps = { readonly applicationId: number }

/** Scans and documents of a file: added by button or drop, looked at in the page, taken off with a reason. */
export function AttachmentsPart({ applicationId }: PartProps) {
  const may = useMay()
  const ask = useAsk('attachments.list', { applicationId })
  const add = useCommand('attachments.add')
  const [problems, setProblems] = useState<readonly string[]>([])
  const [over, setOver] = useState(false)
  const [opened, setOpened] = useState<number | null>(null)
  const [removing, setRemoving] = useState<Attachment | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const mayAdd = may('attachments.add')

  const take = async (files: readonly File[]) => {
    const refused: string[] = []
    setProblems([])
    for (const file of files) {
      // asked before the bytes are read and sent: a film of two gigabytes must not be
      if (file.size > largestAttachment) {
        refused.push(tooLarge(file.name))
        continue
      }
      try {
        const bytes = new Uint8Array(await file.arrayBuffer())
        const added = await add.mutateAsync({ applicationId, file: { name: file.name, bytes } })
        say(`Đã đính kèm tệp ${added.name}.`)
      } catch (error) {
        refused.push(`${file.name}: ${messageOf(error)}`)
      }
    }
    setProblems(refused)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button does the same by keyboard
    <section
      className="app-part att-part"
      data-over={over}
      onDragOver={event => {
        if (!mayAdd || !event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        if (!mayAdd) return
        event.preventDefault()
        setOver(false)
        void take([...event.dataTransfer.files])
      }}
    >
      <div className="app-part-head">
        <h3>Tệp đính kèm</h3>
        {mayAdd ? (
          <Button
            variant="subtle"
            leftSection={<Icon name="upload" />}
            loading={add.isPending}
            onClick={() => input.current?.click()}
          >
            Đính kèm tệp
          </Button>
        ) : null}
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Tệp đính kèm"
          accept={mediaTypes.join(',')}
          onChange={event => {
            void take([...(event.currentTarget.files ?? [])])
            // the same file may be chosen again after a refusal
            event.currentTarget.value = ''
          }}
        />
      </div>
      {problems.map(problem => (
        <Banner key={problem} tone="bad">
          {problem}
        </Banner>
      ))}
      <Answered ask={ask}>
        {attachments =>
          attachments.length === 0 ? (
            <p className="app-soft">
              {mayAdd ? 'Chưa có tệp. Kéo bản quét PDF, JPG hoặc PNG vào đây.' : 'Chưa có tệp đính kèm.'}
            </p>
          ) : (
            <ul className="att-list">
              {attachments.map(attachment => (
                <AttachmentRow
                  key={attachment.id}
                  attachment={attachment}
                  open={opened === attachment.id}
                  onOpen={() => setOpened(opened === attachment.id ? null : attachment.id)}
                  onRemove={may('attachments.remove') ? () => setRemoving(attachment) : null}
                >
                  <AttachmentPreview attachment={attachment} />
                </AttachmentRow>
              ))}
            </ul>
          )
        }
      </Answered>
      {removing === null ? null : <RemoveDialog attachment={removing} onClose={() => setRemoving(null)} />}
    </section>
  )
}
