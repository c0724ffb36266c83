import { useEffect, useState } from 'react'
import type { Attachment } from '../../electron/core/attachments/contract.ts'
import { messageOf } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { Banner } from '../ui/banner.tsx'
import { Waiting } from '../ui/delayed.tsx'

/** A picture in the page, as a picture: nothing in it can run. The address lives as long as the preview stands. */
export function AttachmentPreview({ attachment }: { readonly attachment: Attachment }) {
  const { id, mediaType, name } = attachment
  const [address, setAddress] = useState<string | null>(null)
  const [failed, setFailed] = useState<unknown>(null)
  useEffect(() => {
    let made: string | null = null
    let alive = true
    call('attachments.content', { id }).then(
      ({ bytes }) => {
        if (!alive) return
        // the bytes never lie in shared memory; the type is the one the core judged by content
        made = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }))
        setAddress(made)
      },
      error => {
        if (alive) setFailed(error)
      },
    )
    return () => {
      alive = false
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [id, mediaType])
  if (failed !== null) return <Banner tone="bad">{messageOf(failed)}</Banner>
  if (address === null) return <Waiting lines={3} />
  return <img className="att-picture" src={address} alt={name} />
}
