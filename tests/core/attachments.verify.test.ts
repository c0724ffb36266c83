import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, temporaryFolder, testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { aJpeg, aPdf } from '../support/scans.ts'

let desk: TestApp
let pdf: number
beforeEach(async () => {
  desk = await testApp()
  const { id: applicationId } = await logged(desk, { status: 2, dossierCode: 'HS-1' })
  const { attachments } = desk.as('officer')
  pdf = (await attachments.add({ applicationId, file: { name: 'a.pdf', bytes: aPdf() } })).id
  await attachments.add({ applicationId, file: { name: 'b.jpg', bytes: aJpeg() } })
})

const inStore = (bytes: Uint8Array, ...folder: string[]) => {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return join(desk.folder, ...folder, 'attachments', sha256.slice(0, 2), sha256)
}
const backUp = () => desk.run(desk.as('team-lead').backup.create({}))

async function checked() {
  const { ok, checks } = await desk.run(desk.as('admin').audit.verify({}))
  const found = checks.find(({ name }) => name === 'Tệp đính kèm')
  return { all: ok, ok: found?.ok, detail: found?.detail }
}

describe('verify looks at the contents of attachments', () => {
  test('and finds them whole', async () => {
    expect(await checked()).toEqual({ all: true, ok: true, detail: '2 tệp nguyên vẹn' })
  })

  test('finds one gone and one changed, and names the file they belong to', async () => {
    rmSync(inStore(aPdf()))
    writeFileSync(inStore(aJpeg()), aJpeg({ width: 301 }))
    expect(await checked()).toEqual({
      ...{ all: false, ok: false },
      detail:
        '1 tệp không còn trên đĩa (hồ sơ HS-1); 1 tệp đã bị thay đổi (hồ sơ HS-1). ' +
        'Chép thư mục backups/attachments đè lên thư mục attachments.',
    })
  })

  test('also of one that was taken off its file: copies and the trail refer to it', async () => {
    await desk.as('officer').attachments.remove({ id: pdf, reason: 'Nhầm' })
    rmSync(inStore(aPdf()))
    expect((await checked()).ok).toBe(false)
  })
})

describe('a backup is whole', () => {
  test('it copies each content once, and says how many', async () => {
    expect((await backUp()).attachments).toEqual({ kept: 0, copied: 2, missing: 0 })
    const copy = inStore(aPdf(), 'backups')
    expect(new Uint8Array(readFileSync(copy))).toEqual(aPdf())
    const { ino, mtimeMs } = statSync(copy)
    expect(ino).not.toBe(statSync(inStore(aPdf())).ino)
    expect((await backUp()).attachments).toEqual({ kept: 2, copied: 0, missing: 0 })
    expect(statSync(copy).mtimeMs).toBe(mtimeMs)
  })

  test('it never takes a damaged content for a good one, and tells in the trail what it lacks', async () => {
    writeFileSync(inStore(aPdf()), 'other bytes')
    const { name, attachments } = await backUp()
    expect(attachments).toEqual({ kept: 0, copied: 1, missing: 1 })
    expect(existsSync(inStore(aPdf(), 'backups'))).toBe(false)
    const [entry] = await desk.as('team-lead').audit.list({ subject: 'backup', subjectId: name })
    expect(entry?.changes).toMatchObject({ 'Tệp đính kèm thiếu hoặc hỏng': [null, 1] })
  })

  test('copied back over the data it heals what was lost', async () => {
    await backUp()
    rmSync(join(desk.folder, 'attachments'), { recursive: true })
    expect((await checked()).ok).toBe(false)
    cpSync(join(desk.folder, 'backups', 'attachments'), join(desk.folder, 'attachments'), { recursive: true })
    expect((await checked()).ok).toBe(true)
    expect((await desk.as('officer').attachments.content({ id: pdf })).bytes).toEqual(aPdf())
  })

  test('it makes a new data folder of a copy and the contents beside it', async () => {
    const { name } = await backUp()
    const folder = temporaryFolder()
    cpSync(join(desk.folder, 'backups', name), join(folder, 'gplx.db'))
    cpSync(join(desk.folder, 'backups', 'attachments'), join(folder, 'attachments'), { recursive: true })
    expect(new Uint8Array(readFileSync(inStore(aPdf()).replace(desk.folder, folder)))).toEqual(aPdf())
  })
})
