import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type FolderFacts, syncMarkers } from './data-folder.ts'

/** What the system says about the place of a folder that may not exist yet. */
export function factsAbout(folder: string): FolderFacts {
  const path = realPath(resolve(folder))
  const mount = mountOf(path)
  return {
    path,
    ...(mount === undefined ? {} : { mount }),
    markers: markersAbove(path),
    syncedRoots: ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'].flatMap(
      name => process.env[name] ?? [],
    ),
  }
}

/**
 * Follows links of the part that exists. On Windows the native call turns the letter of a mapped drive into the
 * share it stands for (`Z:\a` → `\\server\share\a`), which is how mapped drives are told.
 */
function realPath(path: string): string {
  if (existsSync(path)) return realpathSync.native(path)
  const parent = dirname(path)
  return parent === path ? path : join(realPath(parent), path.slice(parent.length))
}

function markersAbove(path: string): string[] {
  const found = Object.keys(syncMarkers).filter(name => existsSync(join(path, name)))
  const parent = dirname(path)
  return parent === path ? found : [...found, ...markersAbove(parent)]
}

function mountOf(path: string): FolderFacts['mount'] {
  try {
    if (process.platform === 'linux') return linuxMount(readFileSync('/proc/self/mountinfo', 'utf8'), path)
    if (process.platform === 'darwin') {
      return macMount(execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 2000 }), path)
    }
  } catch {
    // Without the list of mounts the other facts decide, and SQLite reads back its own journal mode.
  }
  return undefined
}

type Mount = { readonly point: string; readonly type: string; readonly options: string }

/** From `/proc/self/mountinfo`: `36 35 98:0 /root /mnt rw - ext4 /dev/sda1 rw,errors=continue`. */
export function linuxMount(table: string, path: string): Mount | undefined {
  const mounts = table.split('\n').flatMap(line => {
    const [before = '', after = ''] = line.split(' - ')
    const point = before.split(' ')[4]
    const [type = '', , options = ''] = after.split(' ')
    return point === undefined ? [] : [{ point: unescaped(point), type, options }]
  })
  return holding(mounts, path)
}

/** From `mount`: `//user@server/share on /Volumes/share (smbfs, nodev, nosuid)`. */
export function macMount(table: string, path: string): Mount | undefined {
  const mounts = table.split('\n').flatMap(line => {
    const found = / on (?<point>\/.*) \((?<type>[^,)]+)(?<options>[^)]*)\)$/.exec(line)?.groups
    return found?.point === undefined
      ? []
      : [{ point: found.point, type: found.type ?? '', options: found.options ?? '' }]
  })
  return holding(mounts, path)
}

/** The deepest mount above the path; of several on one point the last covers the others. */
function holding(mounts: readonly Mount[], path: string): Mount | undefined {
  return mounts
    .filter(({ point }) => point === '/' || path === point || path.startsWith(`${point}/`))
    .reduce<Mount | undefined>(
      (best, mount) => (best === undefined || mount.point.length >= best.point.length ? mount : best),
      undefined,
    )
}

/** Blanks in mount points are written as octal numbers: `\040`. */
const unescaped = (text: string) =>
  text.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))
