import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { largestAttachment } from '../../electron/core/attachments/contract.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'
import { aJpeg, aPdf, aPng } from '../support/scans.ts'

let desk: TestApp
let applicationId: number
beforeEach(async () => {
  desk = await testApp()
  applicationId = (await logged(desk, { status: 2, dossierCode: 'HS-1' })).id
})

const attachments = () => desk.as('officer').attachments
const add = (bytes: Uint8Array, name = 'scan.pdf', to = applicationId) =>
  attachments().add({ applicationId: to, file: { name, bytes } })
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pathOf = (bytes: Uint8Array) =>
  join(desk.folder, 'attachments', sha256(bytes).slice(0, 2), sha256(bytes))
const stored = () =>
  existsSync(join(desk.folder, 'attachments'))
    ? readdirSync(join(desk.folder, 'attachments'), { recursive: true, withFileTypes: true }).filter(one =>
        one.isFile(),
      )
    : []

describe('an attachment', () => {
  test('is kept under its hash and comes back byte for byte', async () => {
    const scan = aJpeg()
    const added = await add(scan, 'CCCD mặt trước.jpg')
    expect(added).toMatchObject({
      ...{ name: 'CCCD mặt trước.jpg', mediaType: 'image/jpeg', bytes: scan.length },
      ...{ at: '2023-09-25T08:00:00+07:00', by: 'Cán bộ thử nghiệm' },
    })
    expect(new Uint8Array(readFileSync(pathOf(scan)))).toEqual(scan)
    const viewer = desk.as('viewer').attachments
    expect(await viewer.list({ applicationId })).toEqual([added])
    expect(await viewer.content({ id: added.id })).toEqual({ name: 'CCCD mặt trước.jpg', bytes: scan })
  })

  test('that two files have is stored once', async () => {
    const other = await logged(desk, { status: 2 })
    await add(aPdf())
    await add(aPdf(), 'scan.pdf', other.id)
    expect(stored()).toHaveLength(1)
    expect(await attachments().list({ applicationId: other.id })).toHaveLength(1)
  })

  test('that the file has already is refused, naming it', async () => {
    await add(aPdf(), 'giay kham.pdf')
    const refused = await refusal(add(aPdf(), 'khac.pdf'))
    expect(refused).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('ngày 25/09/2023 với tên “giay kham.pdf”'),
    })
  })

  test('is told in the trail, and makes no new version of the file', async () => {
    const before = await desk.as('officer').applications.get({ id: applicationId })
    const { id } = await add(aPdf())
    expect(await desk.as('team-lead').audit.list({ subject: 'attachment' })).toMatchObject([
      {
        operation: 'attachments.add',
        subjectId: String(id),
        changes: { 'Hồ sơ': [null, 'HS-1'], 'Mã kiểm tra SHA-256': [null, sha256(aPdf())] },
      },
    ])
    expect(await desk.as('officer').applications.get({ id: applicationId })).toEqual(before)
  })

  test('leaves nothing on the disk when it is not taken', async () => {
    const program = new Uint8Array(Buffer.from('MZ program'))
    const refused = await refusal(add(program, 'scan.pdf'))
    expect(refused.details?.fields?.file).toContain('Chỉ đính kèm được')
    const tooLarge = await refusal(add(new Uint8Array(largestAttachment + 1), 'to.pdf'))
    expect(tooLarge.message).toContain('Tệp lớn hơn 15 MB')
    expect((await refusal(add(aPdf(), 'scan.pdf', 999))).code).toBe('not-found')
    expect(stored()).toEqual([])
    expect(await attachments().list({ applicationId })).toEqual([])
  })

  test('is added and taken off by those who process alone', async () => {
    const { id } = await add(aPdf())
    const viewer = desk.as('viewer').attachments
    const more = viewer.add({ applicationId, file: { name: 'a.png', bytes: aPng() } })
    expect((await refusal(more)).code).toBe('not-allowed')
    expect((await refusal(viewer.remove({ id, reason: 'Nhầm' }))).code).toBe('not-allowed')
  })
})

describe('taken off the file', () => {
  test('it is gone from the list with its reason in the trail, and its content stays', async () => {
    const { id } = await add(aPdf(), 'nham.pdf')
    expect(await attachments().remove({ id, reason: 'Nhầm hồ sơ' })).toEqual({ id })
    expect(await attachments().list({ applicationId })).toEqual([])
    expect(existsSync(pathOf(aPdf()))).toBe(true)
    const [entry] = await desk.as('team-lead').audit.list({ subject: 'attachment' })
    expect(entry).toMatchObject({
      operation: 'attachments.remove',
      changes: { 'Tệp đính kèm': ['nham.pdf', null], 'Lý do': [null, 'Nhầm hồ sơ'] },
    })
    expect((await refusal(attachments().content({ id }))).code).toBe('not-found')
    expect((await refusal(attachments().remove({ id, reason: 'Lần nữa' }))).code).toBe('not-found')
  })

  test('asks for a reason', async () => {
    const { id } = await add(aPdf())
    const refused = await refusal(attachments().remove({ id, reason: '  ' }))
    expect(refused.details?.fields).toEqual({ reason: 'Nhập lý do bỏ tệp.' })
  })

  test('it may be attached again', async () => {
    const { id } = await add(aPdf())
    await attachments().remove({ id, reason: 'Nhầm' })
    expect((await add(aPdf())).id).not.toBe(id)
  })
})

describe('on a disk that does not keep its word', () => {
  test('what was changed is not handed out, and attaching it again heals it', async () => {
    const { id } = await add(aPdf())
    writeFileSync(pathOf(aPdf()), 'other bytes')
    expect((await refusal(attachments().content({ id }))).message).toContain('đã bị thay đổi trên đĩa')
    await add(aPdf(), 'scan.pdf', (await logged(desk, { status: 2 })).id)
    expect((await attachments().content({ id })).bytes).toEqual(aPdf())
  })

  test('what is gone is told to be gone', async () => {
    const { id } = await add(aPdf())
    rmSync(pathOf(aPdf()))
    expect((await refusal(attachments().content({ id }))).message).toContain('không còn trên đĩa')
  })

  test('a content that cannot be written leaves no row and no half file', async () => {
    writeFileSync(join(desk.folder, 'attachments'), 'a file where the folder should be')
    expect((await refusal(add(aPdf()))).code).toBe('unexpected')
    expect(await attachments().list({ applicationId })).toEqual([])
    expect(statSync(join(desk.folder, 'attachments')).isFile()).toBe(true)
  })
})
