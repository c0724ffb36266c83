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

/** Fax bits of a black square of 8 × 8: as office scanners pack black and white (CCITT group 4). */
const faxed = ['001', '00110101', '000101', ...Array(7).fill('11'), '000000000001', '000000000001'].join('')
const faxBytes = new Uint8Array(
  (faxed.match(/.{1,8}/g) ?? []).map(bits => Number.parseInt(bits.padEnd(8, '0'), 2)),
)

/** A PDF of two pages, 300 × 400 points: a line of text, and a faxed black square from (50, 100) to (250, 300). */
export function aPdfToLookAt(): Uint8Array {
  const page = (content: string) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents ${content} /Resources << /Font << /F 7 0 R >> /XObject << /I 8 0 R >> >> >>`
  const stream = (words: string, data: string | Uint8Array) =>
    bytesOf(`<< ${words} /Length ${data.length} >>\nstream\n`, data, '\nendstream')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    page('5 0 R'),
    page('6 0 R'),
    stream('', 'BT /F 36 Tf 30 200 Td (Ban quet) Tj ET'),
    stream('', 'q 200 0 0 200 50 100 cm /I Do Q'),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    stream(
      '/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 8 /Rows 8 >>',
      faxBytes,
    ),
  ]
  const parts: (string | Uint8Array)[] = ['%PDF-1.7\n']
  const starts = objects.map((object, at) => {
    const start = bytesOf(...parts).length
    parts.push(`${at + 1} 0 obj\n`, object, '\nendobj\n')
    return `${String(start).padStart(10, '0')} 00000 n \n`
  })
  const table = bytesOf(...parts).length
  return bytesOf(
    ...parts,
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`,
    ...starts,
    `trailer\n<< /Root 1 0 R /Size ${objects.length + 1} >>\nstartxref\n${table}\n%%EOF\n`,
  )
}
