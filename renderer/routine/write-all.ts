import type { FileContent } from '../../electron/core/operation.ts'
import { saveFile } from '../api/save-file.ts'

/** A folder the user has chosen, as Chromium hands it out; elsewhere files are downloaded one by one. */
type ChosenFolder = {
  readonly name: string
  getFileHandle(
    name: string,
    options: { create: true },
  ): Promise<{
    createWritable(): Promise<{ write(bytes: BufferSource): Promise<void>; close(): Promise<void> }>
  }>
}

type FolderPicker = (options: { mode: 'readwrite'; id: string }) => Promise<ChosenFolder>

/** Where the workbooks go: a chosen folder, or the browser's downloads. */
export type Place = { readonly name: string | null; put(file: FileContent): Promise<void> }

/** Asks for a folder; null when the user thinks better of it. Without a way to ask, files go to the downloads. */
export async function choosePlace(): Promise<Place | null> {
  // not in the compiler's library of the DOM yet
  const pick = (window as { showDirectoryPicker?: FolderPicker }).showDirectoryPicker
  if (pick === undefined) return { name: null, put: async file => saveFile(file) }
  try {
    const folder = await pick.call(window, { mode: 'readwrite', id: 'bao-cao' })
    return { name: folder.name, put: file => write(folder, file) }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}

/** The file appears whole when it is closed, and not at all if the writing breaks off. */
async function write(folder: ChosenFolder, { name, bytes }: FileContent): Promise<void> {
  const handle = await folder.getFileHandle(name, { create: true })
  const stream = await handle.createWritable()
  // the bytes never lie in shared memory
  await stream.write(bytes as Uint8Array<ArrayBuffer>)
  await stream.close()
}
