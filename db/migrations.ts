/**
 * All migrations, bundled as text so that the built program needs no folder of them: file name → SQL. Types
 * come from `vite/types/importMeta.d.ts`; `vite/client` would bring the DOM into the core.
 */
const files = import.meta.glob<string>('./migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

export type Migration = { readonly name: string; readonly sql: string }

/** In the order of their numbers. */
export const migrations: readonly Migration[] = Object.entries(files)
  .map(([path, sql]) => ({ name: path.replace('./migrations/', ''), sql }))
  .sort((a, b) => a.name.localeCompare(b.name, 'en'))
