import { StringDecoder } from 'node:string_decoder'
import { decodeWire } from '../core/wire.ts'

/** Largest body: a list of 50 MB (`core/excel/limits.ts`) as base64, and room. */
export const largestBody = 80 * 1024 * 1024

/** A request that is not answered by the core: wrong address, wrong key, too large. */
export class Refused extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * The value a body carries (`core/wire.ts`). Files in it are decoded piece by piece as they come in, because
 * reading 50 MB of JSON at once would hold up everybody else. Throws SyntaxError on what is no such JSON.
 */
export async function readBody(chunks: AsyncIterable<Uint8Array>, announced = 0): Promise<unknown> {
  const tooLarge = new Refused(413, 'Tệp quá lớn: tối đa 50 MB.')
  if (announced > largestBody) throw tooLarge
  const reader = new BodyReader()
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > largestBody) throw tooLarge
    reader.take(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
  }
  return reader.end()
}

/** Quotes inside JSON text are escaped, so these characters in a row can only be the beginning of bytes. */
const mark = Buffer.from('{"$bytes":"')
const quote = 0x22
const backslash = 0x5c

/** Takes files out of the text as it passes and leaves their number in it. */
class BodyReader {
  readonly #decoder = new StringDecoder('utf8')
  readonly #text: string[] = []
  readonly #files: Uint8Array[] = []
  /** Pieces of the file that is coming in; undefined between files. */
  #pieces: Buffer[] | undefined
  /** The end of the last chunk: half a mark, or less than four characters of base64. */
  #rest: Buffer = Buffer.alloc(0)

  take(chunk: Buffer): void {
    let left: Buffer | undefined = Buffer.concat([this.#rest, chunk])
    while (left !== undefined) left = this.#pieces === undefined ? this.#takeText(left) : this.#takeFile(left)
  }

  end(): unknown {
    this.#text.push(this.#decoder.write(this.#rest), this.#decoder.end())
    return decodeWire(
      this.#text.join(''),
      text => this.#fileOf(text) ?? new Uint8Array(Buffer.from(text, 'base64')),
    )
  }

  /** `#0` is no base64: a file taken out. JSON with blanks in it is not cut, and still has its base64. */
  #fileOf(text: string): Uint8Array | undefined {
    return text.startsWith('#') ? this.#files[Number(text.slice(1))] : undefined
  }

  /** Each answers what is left for the other; nothing when the chunk is used up. */
  #takeText(chunk: Buffer): Buffer | undefined {
    const at = chunk.indexOf(mark)
    const end = at < 0 ? Math.max(0, chunk.length - mark.length + 1) : at + mark.length
    this.#text.push(this.#decoder.write(chunk.subarray(0, end)))
    if (at >= 0) {
      this.#pieces = []
      return chunk.subarray(end)
    }
    this.#rest = chunk.subarray(end)
    return undefined
  }

  #takeFile(chunk: Buffer): Buffer | undefined {
    const pieces = this.#pieces ?? []
    const at = chunk.indexOf(quote)
    const end = at < 0 ? chunk.length - (chunk.length % 4) : at
    const base64 = chunk.subarray(0, end)
    if (base64.includes(backslash)) throw new SyntaxError('bytes are not base64')
    pieces.push(Buffer.from(base64.toString('latin1'), 'base64'))
    this.#rest = at < 0 ? chunk.subarray(end) : Buffer.alloc(0)
    if (at < 0) return undefined
    const file = Buffer.concat(pieces)
    this.#text.push(`#${this.#files.push(new Uint8Array(file.buffer, file.byteOffset, file.length)) - 1}`)
    this.#pieces = undefined
    return chunk.subarray(at)
  }
}
