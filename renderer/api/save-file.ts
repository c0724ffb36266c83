import type { FileContent } from '../../electron/core/operation.ts'
import { call } from './client.ts'

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Hands bytes to the user: the browser downloads, the desktop window asks where to. */
export function saveFile(file: FileContent): void {
  // the bytes never lie in shared memory; the Blob type insists on hearing it
  const bytes = file.bytes as Uint8Array<ArrayBuffer>
  const type = file.name.endsWith('.xlsx') ? workbook : 'application/octet-stream'
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Fetches the file a finished job kept, and saves it. */
export async function saveJobFile(jobId: string): Promise<void> {
  saveFile(await call('jobs.file', { id: jobId }))
}
