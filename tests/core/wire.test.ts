import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeWire, encodeWire } from '../../electron/core/wire.ts'

const bytes = fc.uint8Array({ maxLength: 200 })
const key = fc.oneof(
  fc.string(),
  fc.constantFrom('$bytes', '$$bytes', '$$$bytes', 'bytes', '$', '__proto__', 'constructor', 'toJSON'),
)

/** Whatever an operation may take or answer, with bytes anywhere in it. */
const { value } = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter(n => !Object.is(n, -0)),
    fc.boolean(),
    fc.constant(null),
    bytes,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
}))

/** Node's own way to base64, as the browser host uses it. */
const fast = {
  to: (data: Uint8Array) => Buffer.from(data).toString('base64'),
  from: (text: string) => new Uint8Array(Buffer.from(text, 'base64')),
}

describe('JSON that carries bytes', () => {
  test('gives back whatever goes in, wherever bytes stand in it', () => {
    fc.assert(
      fc.property(value, sent => {
        expect(decodeWire(encodeWire(sent))).toEqual(sent)
      }),
      { numRuns: 1000 },
    )
  })

  test('is the same text whichever way base64 is made', () => {
    fc.assert(
      fc.property(value, sent => {
        const text = encodeWire(sent, fast.to)
        expect(text).toBe(encodeWire(sent))
        expect(decodeWire(text, fast.from)).toEqual(sent)
      }),
    )
  })

  test('keeps an object whose only key is $bytes apart from bytes', () => {
    const sent = { $bytes: 'AAAA' }
    expect(encodeWire(sent)).not.toBe(encodeWire(new Uint8Array(3)))
    expect(decodeWire(encodeWire(sent))).toEqual(sent)
  })

  test('carries more bytes than a call takes arguments', () => {
    const sent = new Uint8Array(300_000).map((_, index) => index % 251)
    expect(decodeWire(encodeWire(sent))).toEqual(sent)
  })

  test('carries a view as its own bytes, not as those of the whole buffer', () => {
    const view = new Uint8Array([1, 2, 3, 4]).subarray(1, 3)
    expect(decodeWire(encodeWire({ view }))).toEqual({ view: new Uint8Array([2, 3]) })
  })

  test('lets no key change what an object is', () => {
    const received = decodeWire('{"__proto__":{"role":"admin"}}')
    expect(Object.getPrototypeOf(received)).toBe(Object.prototype)
    expect(Reflect.get(Object(received), 'role')).toBeUndefined()
  })

  test.each(['{"$bytes":1}', '{"$bytes":"AAAA","more":1}', '{"$bytes":"*"}', '{', ''])('refuses %s', text => {
    expect(() => decodeWire(text)).toThrow(SyntaxError)
  })
})
