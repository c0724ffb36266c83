import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/folder.ts'

type Packaging = {
  readonly files: readonly string[]
  afterPack(packed: object): Promise<void>
}

// plain JavaScript, because the packager reads it as it is
const { default: configuration }: { default: Packaging } = await import(
  new URL('../../electron/packaging.mjs', import.meta.url).href
)

/** By this text the fuses of an Electron program are found; version, count and one character each follow. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

test('the packaged program cannot run as Node, be inspected, or load code from outside its archive', async () => {
  const folder = temporaryFolder()
  const program = join(folder, 'gplx-desk')
  const before = Buffer.concat([Buffer.from(sentinel), Buffer.from([1, 9]), Buffer.from('101100001')])
  writeFileSync(program, Buffer.concat([Buffer.alloc(64), before, Buffer.alloc(64)]))
  await configuration.afterPack({
    appOutDir: folder,
    electronPlatformName: 'linux',
    packager: { appInfo: { productFilename: 'GPLX Desk' }, executableName: 'gplx-desk' },
  })
  const after = readFileSync(program).subarray(64 + sentinel.length + 2)
  const [runAsNode, cookieEncryption, nodeOptions, inspect, integrity, onlyAsar, , fileProtocol] = after
    .subarray(0, 9)
    .toString('latin1')
  expect({ runAsNode, nodeOptions, inspect, fileProtocol }).toEqual({
    runAsNode: '0',
    nodeOptions: '0',
    inspect: '0',
    fileProtocol: '0',
  })
  expect({ cookieEncryption, integrity, onlyAsar }).toEqual({
    cookieEncryption: '1',
    integrity: '1',
    onlyAsar: '1',
  })
})

test('the package takes the built program and one native library, nothing else', () => {
  const taken = configuration.files.filter(pattern => !pattern.startsWith('!'))
  expect(
    taken.every(pattern =>
      /^(out\/(main|preload|renderer)\/|package\.json$|node_modules\/better-sqlite3\/)/.test(pattern),
    ),
  ).toBe(true)
  expect(configuration).toMatchObject({ asar: true, asarUnpack: ['**/*.node'], npmRebuild: false })
})
