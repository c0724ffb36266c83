import { inflateSync } from 'node:zlib'

/** What a document that is only looked at has no need of, with the words for each. */
const active: readonly (readonly [names: readonly string[], what: string])[] = [
  [['JavaScript'], 'mã lệnh JavaScript'],
  [['Launch'], 'lệnh mở chương trình khác'],
  [['EmbeddedFile', 'EmbeddedFiles'], 'tệp khác nhúng bên trong'],
  [['RichMedia', 'Rendition'], 'nội dung đa phương tiện'],
  [['SubmitForm', 'ImportData'], 'lệnh gửi hoặc nhận dữ liệu'],
]
/** Too short to be told from noise in a compressed picture: looked for in the objects alone. */
const activeInObjects: typeof active = [
  [['JS'], 'mã lệnh JavaScript'],
  [['XFA'], 'biểu mẫu động XFA'],
]

const asImage = 'In tệp ra PDF mới (Print to PDF) hoặc quét thành ảnh rồi đính kèm lại.'
const contains = (what: string) => `Tệp PDF có ${what} nên không nhận vào hồ sơ. ${asImage}`
const encrypted = `Tệp PDF đặt mật khẩu hoặc bị mã hóa nên không kiểm tra được nội dung. ${asImage}`
const unreadable = `Tệp PDF có phần không đọc được nên không kiểm tra được nội dung. ${asImage}`

/** Unpacked objects of one document, together; scans have a few kilobytes of them. */
const mostUnpacked = 16 * 1024 * 1024

/**
 * Why a PDF is not taken: 'damaged', or what it holds (Vietnamese); null for one that can only be looked at. Object
 * streams are unpacked, names are read through their `#xx` spelling; a document that hides its objects is refused.
 */
export function pdfProblem(bytes: Uint8Array): string | 'damaged' | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const end = text.lastIndexOf('%%EOF')
  if (end < 0 || !text.slice(Math.max(0, end - 64), end).includes('startxref')) return 'damaged'
  const streams = [...streamsOf(text)]
  const objects = [...outside(text, streams)]
  if (nameIn('Encrypt').test(objects.join('\n'))) return encrypted
  let unpacked = 0
  for (const { dictionary, from, to } of streams.filter(stream => nameIn('ObjStm').test(stream.dictionary))) {
    const packed = nameIn('Filter').test(dictionary)
    const content = packed ? unpack(dictionary, bytes.subarray(from, to), mostUnpacked - unpacked) : ''
    if (content === null) return unreadable
    unpacked += content.length
    objects.push(packed ? content : text.slice(from, to))
  }
  // the long names also inside whatever calls itself a stream, lest one be hidden there from us alone
  const found = activeIn(text, active) ?? activeIn(objects.join('\n'), [...active, ...activeInObjects])
  return found === null ? null : contains(found)
}

function activeIn(text: string, wanted: typeof active): string | null {
  return wanted.find(([names]) => names.some(name => nameIn(name).test(text)))?.[1] ?? null
}

/** A name as PDF may spell it: any letter may be written `#xx`. */
function nameIn(name: string): RegExp {
  const known = patterns.get(name)
  if (known !== undefined) return known
  const letters = [...name].map(letter => {
    const hex = letter.charCodeAt(0).toString(16)
    return `(?:${letter}|#${hex}|#${hex.toUpperCase()})`
  })
  const pattern = new RegExp(`/${letters.join('')}(?![A-Za-z0-9#])`)
  patterns.set(name, pattern)
  return pattern
}
const patterns = new Map<string, RegExp>()

type Stream = { readonly dictionary: string; readonly from: number; readonly to: number }

/** Where the streams of a document lie, each with the object's own words before it. */
function* streamsOf(text: string): Generator<Stream> {
  const begin = /\bstream(?:\r\n|\n|\r)/g
  for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
    const from = begin.lastIndex
    const before = text.slice(Math.max(0, found.index - longestDictionary), found.index)
    const to = text.indexOf('endstream', from)
    if (to < 0) return
    yield { dictionary: before.slice(before.lastIndexOf(' obj') + 1), from, to }
    begin.lastIndex = to
  }
}
const longestDictionary = 4096

function* outside(text: string, streams: readonly Stream[]): Generator<string> {
  let at = 0
  for (const { from, to } of streams) {
    yield text.slice(at, from)
    at = to
  }
  yield text.slice(at)
}

/** The one way in which programs pack objects; null for any other. */
function unpack(dictionary: string, bytes: Uint8Array, most: number): string | null {
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?\s*(\/|>>)/.test(dictionary)) return null
  try {
    return inflateSync(bytes, { maxOutputLength: Math.max(1, most) }).toString('latin1')
  } catch {
    return null
  }
}
