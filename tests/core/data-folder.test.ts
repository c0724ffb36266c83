import { describe, expect, test } from 'vitest'
import { assertFit, defaultFolder, type FolderFacts, unfit } from '../../electron/core/data-folder.ts'
import { linuxMount, macMount } from '../../electron/core/folder-facts.ts'

const at = (path: string, more: Partial<FolderFacts> = {}): FolderFacts => ({
  path,
  markers: [],
  syncedRoots: [],
  ...more,
})
const on = (type: string, options = 'rw'): FolderFacts => at('/data/gplx', { mount: { type, options } })
const oneDrive = { syncedRoots: ['C:\\Users\\A\\OneDrive - Sở'] }

describe('where a database may lie', () => {
  test.each([
    ['a disk of this computer', at('C:\\GPLX Desk')],
    ['the user’s own folder', at('C:\\Users\\A\\AppData\\Roaming\\GPLX Desk', oneDrive)],
    ['a long path of a disk', at('\\\\?\\C:\\GPLX Desk')],
    ['ext4', on('ext4')],
    ['a container’s layer', on('overlay')],
    ['memory', on('tmpfs')],
    ['a sandbox’s own disk', on('9p', 'rw,trans=fd,rfdno=4,wfdno=4,aname=/')],
    ['a name that only contains such a word', at('/home/a/dropbox-tai-ve/gplx')],
    ['a folder beside the synchronised one', at('C:\\Users\\A\\OneDriveCu\\gplx', oneDrive)],
  ])('%s: yes', (_, facts) => expect(unfit(facts)).toBeNull())

  test.each<[string, FolderFacts]>([
    ['a share', at('\\\\may-chu\\chung\\GPLX')],
    ['a share with forward slashes', at('//may-chu/chung/GPLX')],
    ['the long path of a share', at('\\\\?\\UNC\\may-chu\\chung')],
    ...['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'afpfs', 'fuse.sshfs', 'fuse.rclone', 'davfs', 'vboxsf'].map(
      (type): [string, FolderFacts] => [type, on(type)],
    ),
    ['a Windows disk seen from WSL', on('9p', 'rw,aname=drvfs;path=C:\\,trans=fd')],
    ['9p over the network', on('9p', 'rw,trans=tcp')],
  ])('%s: no, it is on a network', (_, facts) => expect(unfit(facts)).toEqual({ kind: 'network' }))

  test.each([
    ['OneDrive', at('C:\\Users\\A\\OneDrive\\GPLX')],
    ['OneDrive', at('C:\\Users\\A\\OneDrive - Sở GTVT\\Tài liệu')],
    ['OneDrive', at('D:\\Luu tru\\gplx', { syncedRoots: ['', 'd:\\luu tru\\'] })],
    ['Dropbox', at('/home/a/Dropbox/gplx')],
    ['Dropbox', at('/home/a/tai-lieu/gplx', { markers: ['.dropbox'] })],
    ['Google Drive', at('G:\\My Drive\\gplx')],
    ['Google Drive', at('G:\\Drive của tôi\\gplx'.normalize('NFD'))],
    ['Google Drive', at('/Users/a/Google Drive/gplx')],
    ['Google Drive', at('D:\\x', { markers: ['.tmp.driveupload'] })],
    ['iCloud', at('/Users/a/Library/Mobile Documents/com~apple~CloudDocs/gplx')],
    ['iCloud', at('C:\\Users\\A\\iCloudDrive\\gplx')],
    ['Syncthing', at('/srv/gplx', { markers: ['.stfolder'] })],
    ['chương trình đồng bộ', at('/Users/a/Library/CloudStorage/Box-Box/gplx')],
  ])('%s keeps it: no', (by, facts) => expect(unfit(facts)).toEqual({ kind: 'synchronised', by }))

  test('the refusal names the folder and says what to do', () => {
    expect(() => assertFit(at('\\\\may-chu\\chung'), 'win32')).toThrow(
      'Thư mục dữ liệu \\\\may-chu\\chung nằm trên ổ mạng hoặc thư mục chia sẻ, tệp dữ liệu ở đó có thể bị hỏng. ' +
        'Chọn một thư mục trên ổ đĩa của máy này, ví dụ C:\\GPLX Desk, và mở lại với --data="C:\\GPLX Desk".',
    )
  })
})

describe('which disk a path is on', () => {
  const table = [
    '22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw',
    '40 22 0:50 / /mnt/o\\040chung rw - cifs //may-chu/chung rw,vers=3.0',
    '41 22 0:51 / /mnt rw - tmpfs none rw',
    '42 40 0:52 / /mnt/o\\040chung/trong rw shared:3 master:1 - ext4 /dev/vdb rw',
  ].join('\n')

  test.each([
    ['/home/a', 'ext4'],
    ['/mnt', 'tmpfs'],
    ['/mnt/x', 'tmpfs'],
    ['/mnt/o chung', 'cifs'],
    ['/mnt/o chung/gplx', 'cifs'],
    ['/mnt/o chungx', 'tmpfs'],
    ['/mnt/o chung/trong/gplx', 'ext4'],
  ])('Linux: %s is on %s', (path, type) => expect(linuxMount(table, path)?.type).toBe(type))

  test('macOS: the type stands in brackets', () => {
    const mounts =
      '/dev/disk3s1 on / (apfs, local, journaled)\n//a@may-chu/chung on /Volumes/o (1) chung (smbfs, nodev, nosuid)\n'
    expect(macMount(mounts, '/Users/a')?.type).toBe('apfs')
    expect(macMount(mounts, '/Volumes/o (1) chung/x')?.type).toBe('smbfs')
  })
})

describe('where the data lies when nobody says', () => {
  test.each([
    ['win32', { APPDATA: '/roaming' }, '/roaming/GPLX Desk'],
    ['darwin', {}, '/home/a/Library/Application Support/GPLX Desk'],
    ['linux', {}, '/home/a/.local/share/gplx-desk'],
    ['linux', { XDG_DATA_HOME: '/xdg' }, '/xdg/gplx-desk'],
  ])('on %s', (platform, env, folder) => {
    expect(defaultFolder(platform, env, '/home/a').replaceAll('\\', '/')).toBe(folder)
  })
})
