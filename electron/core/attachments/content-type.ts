import type { MediaType } from './contract.ts'
import { pdfProblem } from './pdf-content.ts'

/** What a file is by its bytes, or why it is not taken (Vietnamese, with what to do). */
export type Judged = { readonly mediaType: MediaType } | { readonly problem: string }

const damaged = (what: string) => ({
  problem: `Tệp ${what} bị hỏng hoặc tải về chưa đủ. Mở thử tệp, quét hoặc lưu lại rồi đính kèm.`,
})
const tooLarge = {
  problem: 'Ảnh có kích thước quá lớn để xem trên màn hình. Quét lại ở 300 dpi rồi đính kèm.',
}

/** A scan of A3 at 600 dpi has 70 million pixels; more is nothing that a counter needs, and costs gigabytes to show. */
const mostPixels = 120_000_000

/** Judges by content alone: the name of a file and what a browser says of it prove nothing. */
export function judge(bytes: Uint8Array): Judged {
  if (bytes.length === 0) return { problem: 'Tệp rỗng. Chọn lại tệp.' }
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return png(bytes)
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return jpeg(bytes)
  if (
    startsWith(
      bytes,
      [...'%PDF-'].map(letter => letter.charCodeAt(0)),
    )
  ) {
    const problem = pdfProblem(bytes)
    if (problem === 'damaged') return damaged('PDF')
    return problem === null ? { mediaType: 'application/pdf' } : { problem }
  }
  return {
    problem: 'Chỉ đính kèm được tệp PDF, ảnh JPG hoặc PNG. Lưu tệp sang một trong các dạng đó rồi chọn lại.',
  }
}

const startsWith = (bytes: Uint8Array, magic: readonly number[]) =>
  magic.every((value, at) => bytes[at] === value)

/** IHDR first, chunks that fit into each other, picture data, IEND. */
function png(bytes: Uint8Array): Judged {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let pixels = 0
  let hasData = false
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const next = at + 12 + length
    if (next > bytes.length || (at === 8) !== (name === 'IHDR')) return damaged('PNG')
    if (name === 'IHDR') {
      if (length !== 13) return damaged('PNG')
      pixels = view.getUint32(at + 8) * view.getUint32(at + 12)
    }
    if (name === 'IDAT') hasData = true
    if (name === 'IEND') {
      if (!hasData || pixels === 0) return damaged('PNG')
      return pixels > mostPixels ? tooLarge : { mediaType: 'image/png' }
    }
    at = next
  }
  return damaged('PNG')
}

/** Start of frame: every code of 0xC0–0xCF but those of tables. */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code)

/** Segments that fit into each other up to the picture data, a frame with a size, and an end after it. */
function jpeg(bytes: Uint8Array): Judged {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let pixels = 0
  for (let at = 2; at + 4 <= bytes.length; ) {
    const code = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return damaged('JPG')
    if (code === 0xff) {
      at += 1 // a fill byte
      continue
    }
    const length = view.getUint16(at + 2)
    const next = at + 2 + length
    if (length < 2 || next > bytes.length) return damaged('JPG')
    if (isFrame(code)) {
      if (length < 8) return damaged('JPG')
      pixels = view.getUint16(at + 5) * view.getUint16(at + 7)
    }
    if (code === 0xda) {
      if (pixels === 0 || !hasEnd(bytes, next)) return damaged('JPG')
      return pixels > mostPixels ? tooLarge : { mediaType: 'image/jpeg' }
    }
    at = next
  }
  return damaged('JPG')
}

/** Phones write more behind the end of the picture: the mark is looked for, not expected at the very end. */
function hasEnd(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at >= from; at -= 1)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
  return false
}
