import { z } from 'zod'
import { requiredText } from '../applications/model.ts'
import { command, file, fileInput, query } from '../operation.ts'
import { everyone, processors } from '../users/model.ts'

/** Kinds taken, judged by content: a scan or a document that is only looked at. */
export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type MediaType = (typeof mediaTypes)[number]
/** Largest single file, in bytes. */
export const largestAttachment = 15 * 1024 * 1024

export type Attachment = {
  readonly id: number
  /** Tidied, and always ending as its content asks: `.pdf`, `.jpg` or `.png`. */
  readonly name: string
  readonly mediaType: MediaType
  readonly bytes: number
  readonly at: string
  readonly by: string
}

const id = z.int()

export const attachmentsContract = {
  /** What is attached to a file now, oldest first. */
  list: query(z.object({ applicationId: id }), { allow: everyone }).returns<readonly Attachment[]>(),
  add: command(z.object({ applicationId: id, file: fileInput }), { allow: processors }).returns<Attachment>(),
  /** Takes it off the file; the row and the content stay, for the trail and for copies refer to them. */
  remove: command(z.object({ id, reason: requiredText(500, 'Nhập lý do bỏ tệp.') }), {
    allow: processors,
  }).returns<{ readonly id: number }>(),
  /** The content as it came; refused where it is no longer what was attached. */
  content: file(z.object({ id }), { allow: everyone }),
}
