import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Database } from '../../../db/database.ts'
import { writeReport } from '../../core/excel/write.ts'
import type { Desk } from '../desk.ts'
import { countForReport, reported } from './figure-cases.ts'
import { copyOnce, lastRows } from './plain-insert.ts'
import { sampleList } from './sample-list.ts'
import { type Case, type Measured, timed } from './timing.ts'
import { zipEntries } from './zip-entries.ts'

const unpacked = (bytes: Uint8Array): readonly Buffer[] =>
  zipEntries(bytes).map(({ data, method }) => (method === 8 ? inflateRawSync(data) : data))

const whyWriting =
  'mức sàn chỉ nén những phần XML đã viết sẵn; ứng dụng còn viết từng ô, định dạng và khổ giấy thành XML'

/** The month report as a workbook: written alone, and the whole export as a person asks for it. */
export async function workbookCases(desk: Desk, database: Database): Promise<readonly Case[]> {
  const document = await desk.call('reports.preview', { name: 'ket-qua', period: reported })
  const parts = unpacked((await writeReport(document)).bytes)
  const pack = () => parts.map(part => deflateRawSync(part).length)
  return [
    {
      what: 'báo cáo tháng: viết tệp',
      work: () => writeReport(document),
      raw: 'nén',
      bare: pack,
      why: whyWriting,
    },
    {
      what: 'báo cáo tháng: xuất',
      work: async () => (await desk.run('reports.export', { name: 'ket-qua', period: reported })).file(),
      raw: 'mười một phép đếm, nén',
      bare: () => {
        countForReport(database)
        pack()
      },
      why: `${whyWriting}; số liệu của kỳ trước cũng được đếm để kiểm tra cân đối`,
    },
  ]
}

export type Imported = { readonly rows: number; readonly perSecond: number; readonly measured: Measured }

/**
 * A list like an office's own, with codes that the register does not know. Its floor: the cells read, and the very
 * rows that came of it written once more by plain statements into the same tables, and taken back.
 */
export async function importOnce(desk: Desk, database: Database, rows: number): Promise<Imported> {
  const file = await sampleList(rows, Date.now().toString(36).toUpperCase())
  const parse = await timed(() =>
    unpacked(file.bytes).map(part => [...part.toString('utf8').matchAll(/<[vt][^>]*>([^<]*)/g)].length),
  )
  const before = lastRows(database)
  const ms = await timed(() => desk.run('imports.apply', { file }))
  const rawP50 = parse + (await timed(() => copyOnce(database, before)))
  const measured: Measured = {
    what: `nhập ${rows.toLocaleString('vi-VN')} dòng`,
    ...{ p50: ms, p95: ms, raw: 'đọc ô, chép dòng', rawP50, ratio: ms / rawP50 },
    why: 'mức sàn không kiểm tra ô nào, không tính ngày hẹn trả và không ghi nhật ký nối chuỗi cho từng hồ sơ',
  }
  return { rows, perSecond: Math.round(rows / (ms / 1000)), measured }
}
