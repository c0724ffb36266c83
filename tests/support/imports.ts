import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

export type Import = {
  /** A file of ours by its path, anything else by its name. */
  readonly what: string
  /** Gone once compiled. */
  readonly typeOnly: boolean
}
export type Source = { readonly path: string; readonly lines: number; readonly imports: readonly Import[] }

const folders = ['electron', 'db', 'renderer', 'tests']

/** Every source of the project with what it imports. */
export function readSources(): readonly Source[] {
  const inside = folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(name =>
      posix.join(folder, name.replaceAll('\\', '/')),
    ),
  )
  const paths = [...inside, ...readdirSync(root)].filter(path => /\.(ts|tsx|mjs|js|cjs|jsx)$/.test(path))
  return paths.sort().map(path => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, lines: text.split('\n').length - 1, imports: importsOf(path, text) }
  })
}

const statement = /^(?:import|export)\s+(type\s+)?(?:[\w*{][^'"`;]*?\sfrom\s+)?'([^']+)'/gm
const call = /\bimport\(\s*'([^']+)'\s*\)/g

/** `import … from`, `export … from`, `import '…'` and `import('…')`; `import('…').Type` is a type. */
export function importsOf(path: string, text: string): readonly Import[] {
  const name = (source: string) =>
    source.startsWith('.') ? posix.join(dirname(path), source) : source.replace(/\?.*$/, '')
  const stated = [...text.matchAll(statement)].map(([, type, source = '']) => ({
    what: name(source),
    typeOnly: type !== undefined,
  }))
  const called = [...text.matchAll(call)].map(match => ({
    what: name(match[1] ?? ''),
    typeOnly: /^\.|^>/.test(text.slice(match.index + match[0].length)),
  }))
  return [...stated, ...called]
}

/** A ring of imports at run time, if there is one: the files in their order. */
export function findCycle(sources: readonly Source[]): readonly string[] | undefined {
  const known = new Map(sources.map(source => [source.path, source]))
  const clean = new Set<string>()
  const visit = (path: string, above: readonly string[]): readonly string[] | undefined => {
    const at = above.indexOf(path)
    if (at >= 0) return [...above.slice(at), path]
    if (clean.has(path)) return undefined
    for (const { what, typeOnly } of known.get(path)?.imports ?? []) {
      const ring = typeOnly || !known.has(what) ? undefined : visit(what, [...above, path])
      if (ring !== undefined) return ring
    }
    clean.add(path)
    return undefined
  }
  for (const { path } of sources) {
    const ring = visit(path, [])
    if (ring !== undefined) return ring
  }
  return undefined
}
