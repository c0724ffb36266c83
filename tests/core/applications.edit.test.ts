import { describe, expect, test } from 'vitest'
import { testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'

const desk = await testApp()
const officer = desk.as('officer')
const reread = ({ id }: { id: number }) => officer.applications.get({ id })

describe('editing the facts', () => {
  test('of a closed file needs a reason, which the trail keeps', async () => {
    const { id, version } = await logged(desk, { status: 10 })
    const facts = { fullName: 'Trần Thị Sửa' }
    const error = await refusal(officer.applications.edit({ id, version, facts, reason: '  ' }))
    expect(error.details?.fields).toEqual({ reason: 'Nhập lý do sửa.' })
    await officer.applications.edit({ id, version, facts, reason: 'Sai tên so với CCCD' })
    const [entry] = await desk.as('admin').audit.list({ subject: 'application', subjectId: String(id) })
    expect(entry?.changes).toEqual({
      'Họ và tên': ['Nguyễn Văn Thử', 'Trần Thị Sửa'],
      'Lý do sửa': [null, 'Sai tên so với CCCD'],
    })
  })

  test('of an open one does not', async () => {
    const { id, version } = await logged(desk, { status: 4 })
    const saved = await officer.applications.edit({ id, version, facts: { notes: 'Đã gọi điện' } })
    expect(saved).toMatchObject({ id, version: version + 1, warnings: [] })
  })

  test('checks what is changed and leaves the rest as it stood, even what today would be refused', async () => {
    const file = await logged(desk, { nationalId: '091085000999', classes: 'A1' })
    desk.database.atomically(db => {
      db.run(
        "UPDATE applications SET phone = '0777', classes = 'A1, Z', paper_kind = 'passport' WHERE id = :id",
        { id: file.id },
      )
    })
    const saved = await officer.applications.edit({
      id: file.id,
      version: file.version,
      facts: { notes: 'x' },
    })
    const after = await reread(file)
    expect(after.facts).toMatchObject({ phone: '0777', classes: 'A1, Z', notes: 'x' })
    expect(after.paperKind).toBe('passport')
    const edit = { id: file.id, version: saved.version, facts: { phone: '0778' } }
    expect(Object.keys((await refusal(officer.applications.edit(edit))).details?.fields ?? {})).toEqual([
      'facts.phone',
    ])
  })

  test('is found by the new words and no longer by the old', async () => {
    const file = await logged(desk, { fullName: 'Đỗ Văn Tên Cũ' })
    await officer.applications.edit({
      id: file.id,
      version: file.version,
      facts: { fullName: 'Đỗ Văn Tên Mới' },
    })
    const find = async (text: string) => (await officer.applications.list({ text })).rows.map(({ id }) => id)
    expect(await find('do van ten moi')).toEqual([file.id])
    expect(await find('do van ten cu')).toEqual([])
  })

  test('takes the figures along when the channel or the number of licences changes', async () => {
    const own = await testApp()
    const { id, version } = await logged(own, { status: 4 })
    await own.as('officer').applications.edit({ id, version, facts: { channel: 'direct', licences: 2 } })
    const { measures } = await own
      .as('viewer')
      .statistics.figures({ period: { kind: 'month', id: '2023-09' }, unit: 'licences' })
    expect(measures.received).toEqual({ total: 2, online: 0, direct: 2, postal: 0 })
    expect((await own.run(own.as('admin').audit.verify({}))).ok).toBe(true)
  })

  test('refuses the code of another file and takes its own', async () => {
    const first = await logged(desk)
    const { id, version, dossierCode } = await logged(desk)
    const facts = { dossierCode: first.dossierCode }
    expect((await refusal(officer.applications.edit({ id, version, facts }))).details).toMatchObject({
      id: first.id,
    })
    await officer.applications.edit({ id, version, facts: { dossierCode: dossierCode.toLowerCase() } })
  })
})
