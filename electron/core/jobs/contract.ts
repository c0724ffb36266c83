import { z } from 'zod'
import type { ErrorReply, Json } from '../errors.ts'
import { command, file, query } from '../operation.ts'
import { everyone } from '../users/model.ts'

export type JobStatus = {
  readonly id: string
  readonly operation: string
  readonly by: string
  readonly state: 'queued' | 'running' | 'done' | 'cancelled' | 'failed'
  readonly done: number
  readonly total: number
  readonly label: string
  readonly result: Json
  readonly error: ErrorReply | null
  readonly fileName: string | null
}

const id = z.object({ id: z.uuid() })

export const jobsContract = {
  /** Anyone may ask, because the sample department is made before anybody has signed in; the id is the key. */
  status: query(id, { allow: 'anyone' }).returns<JobStatus>(),
  running: query(z.object({}), { allow: everyone }).returns<readonly JobStatus[]>(),
  /** Heard from whoever began the job, before sign-in too, and from an administrator. */
  cancel: command(id, { allow: 'anyone' }).returns<{ readonly asked: true }>(),
  /** The file a finished job kept. */
  file: file(id, { allow: everyone }),
}
