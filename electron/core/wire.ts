/**
 * JSON that can carry bytes, for HTTP; IPC clones them as they are. Bytes travel as `{ "$bytes": base64 }`; a key
 * that looks like it (`$bytes`, `$$bytes`, …) gets one more `$`, so that whatever goes in comes out.
 */

type ToBase64 = (bytes: Uint8Array) => string
type FromBase64 = (text: string) => Uint8Array

/** A host with a faster way to base64 (Node's Buffer) gives it. */
export function encodeWire(value: unknown, toBase64: ToBase64 = plainToBase64): string {
  return JSON.stringify(wrap(value, toBase64)) ?? 'null'
}

/** Throws SyntaxError on what is no JSON of this kind. */
export function decodeWire(text: string, fromBase64: FromBase64 = plainFromBase64): unknown {
  return unwrap(JSON.parse(text), fromBase64)
}

const looksLikeBytes = /^\$+bytes$/

function wrap(value: unknown, toBase64: ToBase64): unknown {
  if (value instanceof Uint8Array) return { $bytes: toBase64(value) }
  if (Array.isArray(value)) return value.map(each => wrap(each, toBase64))
  if (typeof value !== 'object' || value === null) return value
  // fromEntries defines keys: assigning would let a key named __proto__ change the object's prototype
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      looksLikeBytes.test(key) ? `$${key}` : key,
      wrap(each, toBase64),
    ]),
  )
}

function unwrap(value: unknown, fromBase64: FromBase64): unknown {
  if (Array.isArray(value)) return value.map(each => unwrap(each, fromBase64))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const [first] = entries
  if (first?.[0] === '$bytes') {
    if (entries.length !== 1 || typeof first[1] !== 'string') throw new SyntaxError('bytes are not text')
    return fromBase64(first[1])
  }
  return Object.fromEntries(
    entries.map(([key, each]) => [looksLikeBytes.test(key) ? key.slice(1) : key, unwrap(each, fromBase64)]),
  )
}

/** Characters per call: more arguments than the stack holds would throw. */
const slice = 0x8000

function plainToBase64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += slice)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + slice)))
  return btoa(parts.join(''))
}

function plainFromBase64(text: string): Uint8Array {
  let decoded: string
  try {
    decoded = atob(text)
  } catch {
    throw new SyntaxError('bytes are not base64')
  }
  const bytes = new Uint8Array(decoded.length)
  for (let at = 0; at < decoded.length; at += 1) bytes[at] = decoded.charCodeAt(at)
  return bytes
}
