import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const keptFor = 7 * 24 * 60 * 60 * 1000

const folderOf = (folder: string) => join(folder, 'results')
const pathOf = (folder: string, id: string) => join(folderOf(folder), id)

/** Keeps the file of a job; a killed process leaves a temporary file, never half a result. */
export function keepResult(folder: string, id: string, bytes: Uint8Array): void {
  mkdirSync(folderOf(folder), { recursive: true })
  const path = pathOf(folder, id)
  writeFileSync(`${path}.tmp`, bytes, { flush: true })
  renameSync(`${path}.tmp`, path)
}

export function readResult(folder: string, id: string): Uint8Array | undefined {
  try {
    return new Uint8Array(readFileSync(pathOf(folder, id)))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Forgets the file of a job that did not end well. */
export function dropResult(folder: string, id: string): void {
  rmSync(pathOf(folder, id), { force: true })
}

/** Removes results nobody fetched for a week, and what a killed job left half written for an hour. */
export function removeOldResults(folder: string, now: number): void {
  mkdirSync(folderOf(folder), { recursive: true })
  for (const name of readdirSync(folderOf(folder))) {
    const path = join(folderOf(folder), name)
    const age = now - statSync(path).mtimeMs
    if (age > keptFor || (name.endsWith('.tmp') && age > 3_600_000)) rmSync(path, { force: true })
  }
}
