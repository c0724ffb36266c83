import { beforeAll, describe, expect, test } from 'vitest'
import type { Application } from '../../electron/core/applications/contract.ts'
import { logged, moved } from '../support/builders.ts'
import { filed, type Office, officeOn } from '../support/filings.ts'

describe('the report on the post drifts by the days of the post', () => {
  let desk: Office
  let filing: number
  let batchId: number
  const results: Record<string, Application> = {}
  const handed = async (id: number, day: string) => {
    const action = { kind: 'hand-to-post' as const, day, office: 'Bưu điện Rạch Giá' }
    return desk.run(desk.as('officer').batches.run({ selection: { ids: [id] }, action }))
  }
  const resultNamed = (name: 'posted' | 'ready' | 'coded') => {
    const file = results[name]
    if (file === undefined) throw new Error(`no file ${name}`)
    return file
  }
  const driftNow = () => desk.as('viewer').filings.drift({ id: filing })

  beforeAll(async () => {
    desk = await officeOn()
    for (const name of ['posted', 'ready', 'coded']) {
      results[name] = await logged(desk, { status: 9, registered: '2023-09-18', returnWay: 'post' })
    }
    ;({ batchId } = await handed(resultNamed('posted').id, '2023-09-20'))
    await handed(resultNamed('coded').id, '2023-09-21')
    filing = (await filed(desk, 'approved', { report: 'buu-chinh' })).id
    desk.on('2023-10-05T10:30:00+07:00')
  }, 60_000)

  test('nothing differs before anything is edited, nor after the code of an item is written down', async () => {
    expect(await driftNow()).toMatchObject({ figures: [], files: [] })
    const { id, version } = await desk.as('viewer').applications.get({ id: resultNamed('coded').id })
    const facts = { postalCode: 'RA123456785VN' }
    await desk.as('officer').applications.edit({ id, version, facts, reason: 'Bổ sung mã bưu gửi' })
    expect(await driftNow()).toMatchObject({ figures: [], files: [] })
  })

  test('a day of the post that is written after the approval', async () => {
    await handed(resultNamed('ready').id, '2023-09-29')
    const { figures, files: found } = await driftNow()
    expect(figures).toEqual([
      { measure: 'handedOver', label: 'Giao bưu chính', part: 'total', was: 2, now: 3 },
      { measure: 'withPost', label: 'Đang ở bưu chính', part: 'total', was: 2, now: 3 },
      { measure: 'notHandedOver', label: 'Chưa giao bưu chính', part: 'total', was: 1, now: 0 },
    ])
    expect(found).toMatchObject([
      {
        id: resultNamed('ready').id,
        entered: ['Giao bưu chính', 'Đang ở bưu chính'],
        left: ['Chưa giao bưu chính'],
        edits: [
          {
            ...{ what: 'Ngày giao bưu chính', from: null, to: '29/09/2023', file: null },
            ...{ at: '2023-10-05T10:30:00+07:00', by: 'Cán bộ thử nghiệm' },
          },
        ],
      },
    ])
  })

  test('a day of the post that is taken back', async () => {
    await desk.run(desk.as('officer').batches.undo({ batchId }))
    const found = (await driftNow()).files.find(({ id }) => id === resultNamed('posted').id)
    expect(found).toMatchObject({
      entered: ['Chưa giao bưu chính'],
      left: ['Giao bưu chính', 'Đang ở bưu chính'],
      edits: [{ what: 'Ngày giao bưu chính', from: '20/09/2023', to: null }],
    })
  })

  test('a return of the period that is written after it is a delivery', async () => {
    const file = await desk.as('viewer').applications.get({ id: resultNamed('ready').id })
    await moved(desk, file, 'return', '2023-09-30')
    const { figures, files: found } = await driftNow()
    expect(figures.find(({ measure }) => measure === 'delivered')).toMatchObject({ was: 0, now: 1 })
    expect(found.find(({ id }) => id === file.id)?.entered).toContain('Phát đến công dân')
  })

  test('no other report of the period tells of the days of the post', async () => {
    const late = await logged(desk, { status: 9, registered: '2023-09-25', returnWay: 'post' })
    const other = await filed(desk, 'approved')
    await handed(late.id, '2023-09-29')
    const { figures, files: found } = await desk.as('viewer').filings.drift({ id: other.id })
    expect({ figures, found }).toEqual({ figures: [], found: [] })
  })
})
