import { z } from 'zod'
import { job, query } from '../operation.ts'
import { administrators, supervisors } from '../users/model.ts'

export type BackupFile = {
  readonly name: string
  readonly bytes: number
  readonly at: string
  /**
   * Of the copy just made, where anything is attached: contents that lay in `backups/attachments` already, were copied
   * now, or are missing or damaged in the data itself.
   */
  readonly attachments?: { readonly kept: number; readonly copied: number; readonly missing: number }
}

export const backupContract = {
  /** A verified copy beside the data (`backups/`). */
  create: job(z.object({}), { allow: supervisors }).returns<BackupFile>(),
  list: query(z.object({}), { allow: administrators }).returns<readonly BackupFile[]>(),
}
