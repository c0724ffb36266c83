import { Inflate } from 'fflate'
import { AppError } from '../errors.ts'
import { damaged, tooMuchInside, unzippedLimit } from './limits.ts'

type Entry = {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly offset: number
}

export type Zip = {
  readonly names: readonly string[]
  has(name: string): boolean
  /** Unpacks one entry piece by piece; the sum of all that is unpacked from this file is limited. */
  read(name: string, take: (piece: Uint8Array) => void): void
}

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const endSize = 22
/** Compressed bytes handed to the unpacker at once: what comes out stays small. */
const step = 1 << 16

/** Opens a zip file by its directory at the end, as Excel does. */
export function openZip(bytes: Uint8Array): Zip {
  const entries = new Map(directory(bytes).map(entry => [entry.name, entry]))
  let left = unzippedLimit(bytes.length)
  return {
    names: [...entries.keys()],
    has: name => entries.has(name),
    read(name, take) {
      const entry = entries.get(name)
      if (entry === undefined) throw damaged()
      // the declared size may lie: what really comes out is counted too
      if (entry.size > left) throw tooMuchInside()
      unpack(bytes, entry, piece => {
        left -= piece.length
        if (left < 0) throw tooMuchInside()
        take(piece)
      })
    },
  }
}

function directory(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  const count = view.getUint16(end + 10, true)
  const entries: Entry[] = []
  const decoder = new TextDecoder()
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) throw damaged()
    const nameLength = view.getUint16(at + 28, true)
    // bit 0: encrypted with a zip password
    if ((view.getUint16(at + 8, true) & 1) === 1) throw encrypted()
    entries.push({
      name: decoder
        .decode(bytes.subarray(at + 46, at + 46 + nameLength))
        .replaceAll('\\', '/')
        .replace(/^\//, ''),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function endOfDirectory(view: DataView): number {
  const last = view.byteLength - endSize
  for (let at = last; at >= 0 && at > last - 0xffff; at--) if (view.getUint32(at, true) === endMark) return at
  throw damaged()
}

function unpack(bytes: Uint8Array, entry: Entry, take: (piece: Uint8Array) => void): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset } = entry
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== localMark) throw damaged()
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) throw damaged()
  let crc = -1
  const checked = (piece: Uint8Array): void => {
    crc = addToCrc(crc, piece)
    take(piece)
  }
  if (entry.method === 0) checked(packed)
  else if (entry.method === 8) inflate(packed, checked)
  else throw damaged()
  if (~crc >>> 0 !== entry.crc) throw damaged()
}

function inflate(packed: Uint8Array, take: (piece: Uint8Array) => void): void {
  const stream = new Inflate(piece => take(piece))
  try {
    for (let at = 0; at < packed.length; at += step)
      stream.push(packed.subarray(at, at + step), at + step >= packed.length)
  } catch (error) {
    // ours pass through; the unpacker's own complaint means broken data
    throw error instanceof AppError ? error : damaged()
  }
}

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value
})

export function addToCrc(before: number, piece: Uint8Array): number {
  let crc = before
  // an index within the piece, and a table of all 256 bytes: neither can be missing
  for (let i = 0; i < piece.length; i++)
    crc = (crcTable[(crc ^ (piece[i] as number)) & 255] as number) ^ (crc >>> 8)
  return crc
}

export function encrypted(): AppError {
  return new AppError(
    'invalid',
    'Tệp được đặt mật khẩu nên ứng dụng không đọc được. Mở tệp bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx rồi nhập.',
  )
}

/** Is this the refusal of a file with a password? */
export const isEncrypted = (error: AppError): boolean => error.message === encrypted().message
