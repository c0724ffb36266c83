import { deflateSync } from 'node:zlib'

const bytesOf = (...parts: (string | Uint8Array)[]): Uint8Array =>
  new Uint8Array(
    Buffer.concat(parts.map(part => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part))),
  )

/** A PDF of the least that readers take; `objects` stand in it as they are, `packed` inside an object stream. */
export function aPdf({ objects = '', packed, encrypt = false }: PdfParts = {}): Uint8Array {
  const content = packed === undefined ? null : deflateSync(Buffer.from(packed, 'latin1'))
  return bytesOf(
    '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n',
    '2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n',
    objects,
    ...(content === null
      ? []
      : [
          `9 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Length ${content.length} /Filter /FlateDecode >>\nstream\n`,
          new Uint8Array(content),
          '\nendstream\nendobj\n',
        ]),
    `trailer\n<< /Root 1 0 R${encrypt ? ' /Encrypt 8 0 R' : ''} >>\nstartxref\n0\n%%EOF\n`,
  )
}
type PdfParts = { readonly objects?: string; readonly packed?: string; readonly encrypt?: boolean }

/** A grey JPEG as far as its headers go. */
export function aJpeg({ width = 300, height = 400, tail = '' } = {}): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  return bytesOf(
    new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    new Uint8Array([0xff, 0xc0, 0, 11, 8, ...size, 1, 1, 0x11, 0]),
    new Uint8Array([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x2a, 0x2a, 0xff, 0xd9]),
    tail,
  )
}

/** A PNG as far as its chunks go. */
export function aPng({ width = 300, height = 400 } = {}): Uint8Array {
  const chunk = (name: string, data: Uint8Array) => {
    const head = new DataView(new ArrayBuffer(4))
    head.setUint32(0, data.length)
    return bytesOf(new Uint8Array(head.buffer), name, data, new Uint8Array(4))
  }
  const size = new DataView(new ArrayBuffer(13))
  size.setUint32(0, width)
  size.setUint32(4, height)
  return bytesOf(
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', new Uint8Array(size.buffer)),
    chunk('IDAT', new Uint8Array(deflateSync(Buffer.alloc(10)))),
    chunk('IEND', new Uint8Array()),
  )
}
