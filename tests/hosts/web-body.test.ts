import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeWire, encodeWire } from '../../electron/core/wire.ts'
import { readBody } from '../../electron/web/body.ts'

async function* inPieces(body: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < body.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1
    yield body.subarray(at, at + size)
    at += size
  }
}
const read = (text: string, sizes: readonly number[] = [7]) => readBody(inPieces(Buffer.from(text), sizes))

const value = fc.letrec(tie => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.uint8Array({ maxLength: 60 }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('{"$bytes":"', '"$bytes":"AAAA"', '$bytes', '\\', '"', 'Nguyễn'),
    fc.integer(),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('name', '$bytes', '$$bytes', 'đường'), tie('any'), {
      noNullPrototype: true,
    }),
  ),
})).any

describe('a body that comes in pieces', () => {
  test('is read as the value that was sent, wherever it was cut', async () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(value, sizes, async (sent, cuts) => {
        expect(await read(encodeWire(sent), cuts)).toEqual(sent)
      }),
      { numRuns: 2000 },
    )
  })

  test('may hold several files, empty ones too', async () => {
    const sent = [new Uint8Array(0), new Uint8Array([1]), { deep: new Uint8Array([1, 2, 3, 4, 5]) }, 'x']
    for (const size of [1, 2, 3, 11, 1000]) expect(await read(encodeWire(sent), [size])).toEqual(sent)
  })

  test('of 50 MB never holds up the loop for long', async () => {
    const file = new Uint8Array(50 * 1024 * 1024).map((_, index) => (index * 31) % 251)
    const body = Buffer.from(encodeWire({ file }, bytes => Buffer.from(bytes).toString('base64')))
    const network = async function* () {
      for await (const piece of inPieces(body, [65_536])) {
        yield piece
        await new Promise(resolve => setImmediate(resolve))
      }
    }
    let longest = 0
    let last = performance.now()
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 1)
    const found = (await readBody(network())) as { file: Uint8Array } // what was sent
    clearInterval(watch)
    expect(Buffer.compare(found.file, file)).toBe(0)
    // measured here and now, because machines differ: what reading it at once would have cost
    const began = performance.now()
    decodeWire(body.toString('utf8'), text => new Uint8Array(Buffer.from(text, 'base64')))
    expect(longest).toBeLessThan((performance.now() - began) / 2)
  })

  test.each([
    '{"$bytes":"AA\\u0041A"}',
    '{"$bytes":"AAAA',
    '{"$bytes":"AAAA","x":1}',
    '[',
    '',
    '{"$bytes":"AA"',
  ])('that says %s is refused', async text => {
    await expect(read(text)).rejects.toThrow(SyntaxError)
  })
})
