import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readRows } from '../../electron/core/imports/read-rows.ts'
import { listCatalogue, refusal, sample } from '../support/lists.ts'

const options = { today: '2026-11-23', catalogue: listCatalogue() }
const answer = (bytes: Uint8Array, name = 'tep.xlsx') => refusal(() => readRows({ name, bytes }, options))
const png = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
])

function ole(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048)
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  for (let i = 0; i < stream.length; i++) bytes[1024 + i * 2] = stream.charCodeAt(i)
  return bytes
}

function workbook(sheet: Uint8Array): Uint8Array {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return zipSync(
    {
      '[Content_Types].xml': strToU8('<Types/>'),
      '_rels/.rels': strToU8(
        `<Relationships><Relationship Id="a" Type="${type}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': strToU8(
        '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="a"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships><Relationship Id="a" Type="${type}/worksheet" Target="s.xml"/></Relationships>`,
      ),
      'xl/s.xml': sheet,
    },
    { level: 1 },
  )
}

describe('files that cannot be read yet', () => {
  test.each([
    ['03-legacy-tcvn3.xlsx', 'TCVN3'],
    ['04-legacy-vni.xlsx', 'VNI'],
    ['06-list-1258.csv', 'windows-1258'],
    ['07-html.xls', 'HTML'],
    ['08-biff.xls', '97–2003'],
  ])('%s is named for what it is, with what to do', (name, word) => {
    const { code, message } = refusal(() => readRows(sample(name), options))
    expect(code).toBe('invalid')
    expect(message).toContain(word)
    expect(message).toContain('.xlsx')
  })

  test('the content decides, not the extension', () => {
    expect(answer(sample('07-html.xls').bytes, 'danh-sach.xlsx').message).toContain('HTML')
    expect(
      readRows({ name: 'danh-sach.xls', bytes: sample('09-update.xlsx').bytes }, options).rows,
    ).toHaveLength(47)
    expect(
      readRows({ name: 'danh-sach.txt', bytes: sample('05-list-utf8.csv').bytes }, options).rows,
    ).toHaveLength(56)
  })
})

describe('files that are no lists', () => {
  test.each([
    ['a picture', png, 'không phải bảng tính'],
    ['an empty file', new Uint8Array(), 'không có nội dung'],
    ['blank lines only', strToU8('\n \r\n\t\n'), 'không có nội dung'],
    ['a PDF', strToU8('%PDF-1.7 …'), 'Word, PDF'],
    ['a workbook with a password', ole('EncryptedPackage'), 'mật khẩu'],
    ['a Word file of 1997', ole('WordDocument'), 'Word, PDF'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'không phải bảng tính'],
    [
      'a Word file',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
      'Word, PDF',
    ],
    ['a text without a table', strToU8('Kính gửi quý cơ quan,\nXin chào.'), 'dòng tiêu đề'],
  ])('%s', (_, bytes, words) => {
    const { code, message } = answer(bytes)
    expect(code).toBe('invalid')
    expect(message).toContain(words)
  })

  test('a list without a column of codes says which column it wants', () => {
    expect(answer(strToU8('Họ tên;SĐT;Ngày nhận\nĐào Ổn;0912345678;26/06/2023')).message).toContain(
      '“Mã hồ sơ”',
    )
  })
})

describe('damaged and hostile files', () => {
  const { bytes } = sample('01-portal.xlsx')

  test.each([0.2, 0.5, 0.9, 0.999])('a workbook cut off at %d of its length is called damaged', part => {
    expect(answer(bytes.subarray(0, Math.floor(bytes.length * part))).message).toContain('hỏng')
  })

  test('a changed byte in the packed data is noticed', () => {
    const broken = Uint8Array.from(bytes)
    const name = 'xl/worksheets/sheet1.xml'
    const start = Buffer.from(bytes).indexOf(name) + name.length + 5000
    for (let i = 0; i < 8; i++) broken[start + i] = (broken[start + i] ?? 0) ^ 0x55
    expect(answer(broken).code).toBe('invalid')
  })

  test('a zip bomb is not unpacked, whatever size it declares', () => {
    const declared = 80 * 1024 * 1024 + 12_345
    const bomb = workbook(new Uint8Array(declared).fill(0x20))
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024)
    expect(answer(bomb).message).toContain('bất thường')
    const lying = Uint8Array.from(bomb)
    const view = new DataView(lying.buffer)
    for (let at = 0; at < lying.length - 4; at++)
      if (view.getUint32(at, true) === declared) view.setUint32(at, 1000, true)
    expect(answer(lying).message).toContain('bất thường')
  })

  test('a file over 50 MB is not looked into', () => {
    expect(answer(new Uint8Array(50 * 1024 * 1024 + 1)).message).toContain('50 MB')
  })
})
