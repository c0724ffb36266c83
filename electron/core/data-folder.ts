import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ReadDb } from '../../db/database.ts'
import { AppError } from './errors.ts'

/** The database of a data folder. */
export const databasePath = (folder: string): string => join(folder, 'gplx.db')
/** Copies kept beside the data. */
export const backupsPath = (folder: string): string => join(folder, 'backups')
/** Contents of attachments in a data folder, and in the same way in the folder of its copies. */
export const attachmentsPath = (folder: string): string => join(folder, 'attachments')

/** The file behind a connection: a copy, and the contents that lie beside it, need its path. */
export function databaseFile(db: ReadDb): string {
  const file = db
    .rows<{ name: string; file: string }>('PRAGMA database_list')
    .find(({ name }) => name === 'main')?.file
  if (!file) throw new Error('the open database has no file')
  return file
}

/** The data folder of a connection. */
export const folderBehind = (db: ReadDb): string => dirname(databaseFile(db))

type Environment = Readonly<Record<string, string | undefined>>

/** Where the data lies when nobody says otherwise. */
export function defaultFolder(platform: string, env: Environment, home: string = homedir()): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'GPLX Desk')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'GPLX Desk')
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'gplx-desk')
}

/** What is known about the place of a folder, gathered by `folder-facts.ts`. */
export type FolderFacts = {
  /** The folder as the system knows it: links and drive letters followed as far as they go. */
  readonly path: string
  /** The file system it lies on, as the system names it, with its options. */
  readonly mount?: { readonly type: string; readonly options: string }
  /** Names lying in the folder or above it that only a synchronising program makes. */
  readonly markers: readonly string[]
  /** Roots that a synchronising program announces in the environment: OneDrive on Windows. */
  readonly syncedRoots: readonly string[]
}

export type Unfit =
  | { readonly kind: 'network' }
  | { readonly kind: 'synchronised'; readonly by: string }
  | null

const networkTypes = new Set(
  `nfs nfs4 cifs smb smb2 smb3 smbfs afpfs afs ncpfs coda ceph glusterfs lustre gpfs beegfs davfs webdav vboxsf
   vmhgfs prl_fs fuse.sshfs fuse.rclone fuse.davfs2 fuse.glusterfs fuse.gvfsd-fuse fuse.vmhgfs-fuse
   fuse.google-drive-ocamlfuse fuse.onedriver fuse.s3fs drvfs`.split(/\s+/),
)

const syncedParts: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( -.*)?$/i, 'OneDrive'],
  [/^sharepoint( -.*)?$/i, 'SharePoint'],
  [/^dropbox( \(.*\))?$/i, 'Dropbox'],
  [/^(google ?drive.*|drivefs|my drive|drive của tôi)$/i, 'Google Drive'],
  [/^(icloud ?drive|icloud~.*|mobile documents|com~apple~clouddocs)$/i, 'iCloud'],
  [
    /^(cloudstorage|box sync|megasync|nextcloud|owncloud|pclouddrive|synologydrive)$/i,
    'chương trình đồng bộ',
  ],
]

/** Names that only a synchronising program leaves in a folder it keeps. */
export const syncMarkers: Readonly<Record<string, string>> = {
  '.dropbox': 'Dropbox',
  '.dropbox.cache': 'Dropbox',
  '.tmp.drivedownload': 'Google Drive',
  '.tmp.driveupload': 'Google Drive',
  '.shortcut-targets-by-id': 'Google Drive',
  '.stfolder': 'Syncthing',
  '.owncloudsync.log': 'ownCloud',
  '.nextcloudsync.log': 'Nextcloud',
}

/** Whether a database may live here; SQLite's WAL corrupts on shares and under synchronising programs. */
export function unfit(facts: FolderFacts): Unfit {
  if (/^[\\/]{2}(?![?.][\\/](?!UNC))/i.test(facts.path) || isNetwork(facts.mount)) return { kind: 'network' }
  const parts = facts.path.normalize('NFC').split(/[\\/]+/)
  for (const part of parts) {
    const known = syncedParts.find(([pattern]) => pattern.test(part))
    if (known !== undefined) return { kind: 'synchronised', by: known[1] }
  }
  if (facts.syncedRoots.some(root => isInside(facts.path, root)))
    return { kind: 'synchronised', by: 'OneDrive' }
  const marker = facts.markers.map(name => syncMarkers[name]).find(by => by !== undefined)
  return marker === undefined ? null : { kind: 'synchronised', by: marker }
}

/** Throws, saying what to do, when a folder is no place for a database. */
export function assertFit(facts: FolderFacts, platform: string): void {
  const found = unfit(facts)
  if (found === null) return
  const example = platform === 'win32' ? 'C:\\GPLX Desk' : join(homedir(), 'gplx-desk')
  const where =
    found.kind === 'network' ? 'nằm trên ổ mạng hoặc thư mục chia sẻ' : `được ${found.by} đồng bộ lên mạng`
  throw new AppError(
    'invalid',
    `Thư mục dữ liệu ${facts.path} ${where}, tệp dữ liệu ở đó có thể bị hỏng. ` +
      `Chọn một thư mục trên ổ đĩa của máy này, ví dụ ${example}, và mở lại với --data="${example}".`,
  )
}

/** 9p over a plain descriptor is how sandboxes carry their own disk; WSL's Windows disks say `drvfs`. */
function isNetwork(mount: FolderFacts['mount']): boolean {
  if (mount === undefined) return false
  if (mount.type === '9p') return /drvfs|trans=(tcp|virtio|rdma|unix)/.test(mount.options)
  return networkTypes.has(mount.type)
}

function isInside(path: string, root: string): boolean {
  const plain = (text: string) =>
    `${text.normalize('NFC').replaceAll('\\', '/').replace(/\/+$/, '')}/`.toLowerCase()
  return root !== '' && plain(path).startsWith(plain(root))
}
