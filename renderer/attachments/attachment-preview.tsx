import { useEffect, useState } from 'react'
import type { Attachment } from '../../electron/core/attachments/contract.ts'
import { messageOf } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { Banner } from '../ui/banner.tsx'
import { Waiting } from '../ui/delayed.tsx'
import { PdfPages } from '../ui/pdf-pages.tsx'

/** In the page, as a picture or as drawn pages: nothing in it can run. */
export function AttachmentPreview({ attachment }: { readonly attachment: Attachment }) {
  const { id, mediaType, name } = attachment
  const [bytes, setBytes] = useState<Uint8Array | null>(null)
  const [failed, setFailed] = useState<unknown>(null)
  useEffect(() => {
    let alive = true
    call('attachments.content', { id }).then(
      content => {
        if (alive) setBytes(content.bytes)
      },
      error => {
        if (alive) setFailed(error)
      },
    )
    return () => {
      alive = false
    }
  }, [id])
  if (failed !== null) return <Banner tone="bad">{messageOf(failed)}</Banner>
  if (bytes === null) return <Waiting lines={3} />
  return mediaType === 'application/pdf' ? (
    <PdfPages bytes={bytes} name={name} />
  ) : (
    <Picture bytes={bytes} mediaType={mediaType} name={name} />
  )
}

type PictureProps = Pick<Attachment, 'mediaType' | 'name'> & { readonly bytes: Uint8Array }

/** The address lives as long as the picture stands. */
function Picture({ bytes, mediaType, name }: PictureProps) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    // the bytes never lie in shared memory; the type is the one the core judged by content
    const made = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }))
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [bytes, mediaType])
  return address === null ? null : <img className="att-picture" src={address} alt={name} />
}
