import type { FileContent } from '../../electron/core/operation.ts'
import { ApiError } from '../api/api-error.ts'
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
    const name = folder.name === '' ? 'đã chọn' : `“${folder.name}”`
    return { name, put: file => write(folder, file).catch(refuse(name, file.name)) }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw new ApiError({
      code: 'invalid',
      message: 'Không mở được hộp chọn thư mục. Bấm lại nút ghi báo cáo.',
    })
  }
}

/** The browser says in English and in its own terms why a file was not written. */
function refuse(folder: string, file: string) {
  return (error: unknown): never => {
    const name = error instanceof DOMException ? error.name : ''
    const reason: Readonly<Record<string, string>> = {
      NotFoundError: `Thư mục ${folder} không còn. Chọn lại thư mục rồi ghi lại.`,
      NotAllowedError: `Không được phép ghi vào thư mục ${folder}. Ghi lại và cho phép, hoặc chọn thư mục khác.`,
      QuotaExceededError: `Không đủ chỗ để ghi tệp ${file}. Giải phóng ổ đĩa hoặc chọn thư mục khác.`,
    }
    const message =
      reason[name] ??
      `Không ghi được tệp ${file} vào thư mục ${folder}. Đóng tệp nếu đang mở trong Excel rồi ghi lại.`
    throw new ApiError({ code: 'invalid', message })
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
