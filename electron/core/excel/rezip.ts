import { deflateRawSync } from 'node:zlib'
import { damaged } from './limits.ts'
import { addToCrc } from './zip.ts'

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50

/**
 * The same zip file with some of its parts replaced. Every other part is carried over as it is packed, byte for byte,
 * with its name and stamp; the same input gives the same bytes. The file has been opened by `openZip` before.
 */
export function rezip(bytes: Uint8Array, replaced: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = source.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0) throw damaged()
  const count = source.readUInt16LE(end + 10)
  let at = source.readUInt32LE(end + 16)
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  const seen = new Set<string>()
  let written = 0
  for (let entry = 0; entry < count; entry += 1) {
    const length = recordLength(source, at)
    const record = Buffer.from(source.subarray(at, at + length))
    at += length
    const nameBytes = record.subarray(46, 46 + record.readUInt16LE(28))
    const name = nameBytes.toString('utf8').replaceAll('\\', '/').replace(/^\//, '')
    // two parts of one name: programs differ on which one counts
    if (seen.has(name)) throw damaged()
    seen.add(name)
    const content = replaced.get(name)
    const packed = content === undefined ? packedOf(source, record) : deflateRawSync(content, { level: 6 })
    if (content !== undefined) {
      record.writeUInt16LE(8, 10)
      record.writeUInt32LE(~addToCrc(-1, content) >>> 0, 16)
      record.writeUInt32LE(packed.length, 20)
      record.writeUInt32LE(content.length, 24)
    }
    // sizes stand in the local header again, so no descriptor follows the data
    record.writeUInt16LE(record.readUInt16LE(8) & ~8, 8)
    record.writeUInt32LE(written, 42)
    const local = localHeader(record, nameBytes)
    locals.push(local, packed)
    directory.push(record)
    written += local.length + packed.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  return new Uint8Array(Buffer.concat([...locals, ...directory, endRecord(count, size, written)]))
}

function recordLength(source: Buffer, at: number): number {
  if (at + 46 > source.length || source.readUInt32LE(at) !== entryMark) throw damaged()
  return 46 + source.readUInt16LE(at + 28) + source.readUInt16LE(at + 30) + source.readUInt16LE(at + 32)
}

function packedOf(source: Buffer, record: Buffer): Buffer {
  const offset = record.readUInt32LE(42)
  if (offset + 30 > source.length || source.readUInt32LE(offset) !== localMark) throw damaged()
  const start = offset + 30 + source.readUInt16LE(offset + 26) + source.readUInt16LE(offset + 28)
  return source.subarray(start, start + record.readUInt32LE(20))
}

/** What a local header says again of its record in the directory, from the version to the two sizes. */
function localHeader(record: Buffer, name: Buffer): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(localMark, 0)
  record.copy(header, 4, 6, 28)
  header.writeUInt16LE(name.length, 26)
  return Buffer.concat([header, name])
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(endMark, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(offset, 16)
  return record
}
