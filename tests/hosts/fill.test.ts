import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { readXlsx } from '../../electron/core/excel/xlsx.ts'
import type { Place, Source } from '../../electron/core/ministry-forms/model.ts'
import type { Measures } from '../../electron/core/statistics/model.ts'
import { temporaryFolder } from '../support/folder.ts'
import { bundledGplx, type Gplx } from '../support/gplx.ts'
import { sample } from '../support/lists.ts'

const sheet = 'Biểu II.06a'
const received = (...channels: ('online' | 'direct' | 'postal')[]): Source => ({
  kind: 'measure',
  names: ['received'],
  channels,
})
const closed = (name: 'closed' | 'closedEarly' | 'closedLate'): Source => ({
  kind: 'measure',
  names: [name],
  channels: [],
})
const sources: Readonly<Record<string, Source>> = {
  A3: { kind: 'period', words: 'title' },
  D10: received('online'),
  E10: received('direct', 'postal'),
  F10: { kind: 'measure', names: ['carriedIn', 'resumed'], channels: [] },
  G10: closed('closed'),
  H10: closed('closedEarly'),
  I10: closed('closedLate'),
}

let gplx: Gplx
let data: string
let form: number
beforeAll(async () => {
  gplx = await bundledGplx()
  data = gplx.newDesk()
  gplx.answer('import', fileURLToPath(new URL('../samples/01-portal.xlsx', import.meta.url)), '--data', data)
  const bytes = Buffer.from(sample('form-saved-by-libreoffice.xlsx').bytes).toString('base64')
  const call = (name: string, input: unknown) =>
    gplx.answer('call', name, JSON.stringify(input), '--data', data)
  const file = { name: 'bieu-ii-06a.xlsx', bytes: { $bytes: bytes } }
  form = call('ministryForms.add', { name: 'Biểu II.06a', file }).result.id
  const places = Object.entries(sources).map(
    ([cell, source]): Place => ({ kind: 'cell', sheet, cell, source }),
  )
  call('ministryForms.setPlaces', { id: form, version: 1, places })
}, 180_000)

test.each([
  ['month', '2023-09', 'Tháng 9 năm 2023'],
  ['week', '2023-W38', 'Tuần 38 (18/09/2023 – 24/09/2023)'],
])(
  'a form of the Ministry is filled for the %s %s with the figures that the command line tells',
  (kind, id, title) => {
    const out = join(temporaryFolder(), 'bieu.xlsx')
    const asked = ['--kind', kind, '--period', id, '--data', data]
    expect(gplx.answer('fill', String(form), '--out', out, ...asked)).toMatchObject({
      fileName: `bieu-ii-06a-${id}.xlsx`,
      strays: { rows: [], groups: [] },
    })
    const figures: { measures: Measures } = gplx.answer('figures', ...asked)
    const { measures } = figures
    const rows = readXlsx(new Uint8Array(readFileSync(out)))[0]?.rows ?? []
    const at = (cell: string) =>
      rows.find(({ number }) => number === Number(cell.slice(1)))?.cells[cell.charCodeAt(0) - 65]?.raw
    expect(at('A3')).toContain(title)
    const expected = {
      D10: measures.received.online,
      E10: measures.received.direct + measures.received.postal,
      F10: measures.carriedIn.total + measures.resumed.total,
      G10: measures.closed.total,
      H10: measures.closedEarly.total,
      I10: measures.closedLate.total,
    }
    expect(Object.fromEntries(Object.keys(expected).map(cell => [cell, at(cell)]))).toEqual(expected)
    expect(measures.received.total).toBeGreaterThan(0)
    // the sum of the form itself waits for the program that opens it
    expect(at('C10')).toBeNull()
  },
  60_000,
)

test('a form that is not there, or no number, is refused with the reason', () => {
  const out = join(temporaryFolder(), 'bieu.xlsx')
  const fill = (word: string) =>
    gplx.run('fill', word, '--kind', 'month', '--period', '2023-09', '--out', out, '--data', data)
  expect(fill('99')).toMatchObject({ stdout: '', stderr: expect.stringContaining('Không tìm thấy biểu mẫu') })
  expect(fill('abc')).toMatchObject({ stderr: expect.stringContaining('số của biểu mẫu') })
})
