import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const made: string[] = []

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/**
 * Bundles entries as the build does, for threads and processes of a test; answers the folder they lie in. With
 * `operations` the core's operations are exchanged for those of that file.
 */
export async function bundle(entries: Readonly<Record<string, string>>, operations?: string): Promise<URL> {
  const folder = join(root, 'out', `test-${process.pid}-${made.length}`)
  made.push(folder)
  await build({
    root,
    configFile: false,
    assetsInclude: ['**/*.wasm'],
    logLevel: 'silent',
    plugins: [
      {
        name: 'exchange-operations',
        enforce: 'pre',
        resolveId: source =>
          operations !== undefined && source.startsWith('.') && source === '../operations.ts'
            ? join(root, operations)
            : null,
      },
    ],
    build: {
      ssr: true,
      outDir: folder,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
        output: { entryFileNames: '[name].js' },
      },
    },
  })
  return pathToFileURL(`${folder}/`)
}
