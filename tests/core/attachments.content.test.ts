import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { judge } from '../../electron/core/attachments/content-type.ts'
import { largestAttachment } from '../../electron/core/attachments/contract.ts'
import { fileNameFor } from '../../electron/core/attachments/file-name.ts'
import { aJpeg, aPdf, aPng } from '../support/scans.ts'

const typeOf = (bytes: Uint8Array) => {
  const judged = judge(bytes)
  return 'problem' in judged ? judged.problem : judged.mediaType
}
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

describe('a file is what its bytes say', () => {
  test.each([
    ['application/pdf', aPdf()],
    ['image/jpeg', aJpeg()],
    ['image/jpeg', aJpeg({ tail: 'what a phone writes behind the picture' })],
    ['image/png', aPng()],
  ])('%s', (type, content) => expect(typeOf(content)).toBe(type))

  test.each([
    ['a web page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing that can run', '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'],
    ['a program', 'MZ\x90\x00\x03'],
    ['a workbook', 'PK\x03\x04'],
    ['text before a PDF', 'hello\n%PDF-1.7\n%%EOF'],
    ['a GIF', 'GIF89a'],
  ])('%s is not taken', (_, text) =>
    expect(typeOf(bytes(text))).toContain('Chỉ đính kèm được tệp PDF, ảnh JPG hoặc PNG'),
  )

  test('nothing at all is said to be empty', () => expect(typeOf(new Uint8Array())).toContain('Tệp rỗng'))

  test.each([
    ['PDF', aPdf()],
    ['JPG', aJpeg()],
    ['PNG', aPng()],
  ])('a %s cut off on the way is told to be damaged', (name, whole) => {
    for (const part of [0.3, 0.6, 0.9])
      expect(typeOf(whole.slice(0, Math.floor(whole.length * part)))).toContain(`Tệp ${name} bị hỏng`)
  })

  test('a picture of no size, or of a size that no screen holds, is refused', () => {
    expect(typeOf(aPng({ width: 0 }))).toContain('bị hỏng')
    expect(typeOf(aJpeg({ height: 0 }))).toContain('bị hỏng')
    expect(typeOf(aPng({ width: 60_000, height: 60_000 }))).toContain('kích thước quá lớn')
    expect(typeOf(aJpeg({ width: 60_000, height: 60_000 }))).toContain('kích thước quá lớn')
  })
})

describe('a PDF that can do something is refused, with what it holds', () => {
  const action = (what: string) => `7 0 obj\n<< /S /${what} >>\nendobj\n`
  test.each([
    ['/OpenAction << /S /JavaScript /JS (app.alert(1)) >>', 'mã lệnh JavaScript'],
    ['/S /J#61va#53cript', 'mã lệnh JavaScript'],
    ['/S /Launch /F (cmd.exe)', 'lệnh mở chương trình khác'],
    ['/Names << /EmbeddedFiles 3 0 R >>', 'tệp khác nhúng bên trong'],
    ['/Type /EmbeddedFile', 'tệp khác nhúng bên trong'],
    ['/S /SubmitForm', 'lệnh gửi hoặc nhận dữ liệu'],
    ['/Subtype /RichMedia', 'nội dung đa phương tiện'],
    ['/XFA 5 0 R', 'biểu mẫu động XFA'],
    ['/JS 5 0 R', 'mã lệnh JavaScript'],
  ])('%s', (dictionary, what) => {
    const said = `Tệp PDF có ${what} nên không nhận vào hồ sơ.`
    expect(typeOf(aPdf({ objects: `7 0 obj\n<< ${dictionary} >>\nendobj\n` }))).toContain(said)
    expect(typeOf(aPdf({ packed: `7 0 << ${dictionary} >>` }))).toContain(said)
  })

  test('objects that cannot be looked into are refused', () => {
    expect(typeOf(aPdf({ encrypt: true }))).toContain('đặt mật khẩu hoặc bị mã hóa')
    const odd = '9 0 obj\n<< /Type /ObjStm /Filter /LZWDecode >>\nstream\nabc\nendstream\nendobj\n'
    expect(typeOf(aPdf({ objects: odd }))).toContain('không đọc được')
    const broken = odd.replace('LZWDecode', 'FlateDecode')
    expect(typeOf(aPdf({ objects: broken }))).toContain('không đọc được')
    const bomb = deflateSync(Buffer.alloc(32 * 1024 * 1024)).toString('latin1')
    const bombed = `9 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n${bomb}\nendstream\nendobj\n`
    expect(typeOf(aPdf({ objects: bombed }))).toContain('không đọc được')
  })

  test('words on the page, links, forms to look at and signatures are no actions', () => {
    const harmless =
      '7 0 obj\n<< /S /URI /URI (https://example.vn/JavaScripts) /AcroForm << /Fields [] >> /Type /Sig /Filter /Adobe.PPKLite >>\nendobj\n' +
      '8 0 obj\n<< /Length 40 >>\nstream\nBT (Phim /JS va /XFA) Tj ET\nendstream\nendobj\n'
    expect(
      typeOf(aPdf({ objects: harmless, packed: '3 0 << /Type /Page /OpenAction [1 0 R /Fit] >>' })),
    ).toBe('application/pdf')
    expect(action('GoTo')).toContain('GoTo')
  })

  test('the largest file is judged within a breath, also one made to be slow', () => {
    const filler = 'stream\n'.repeat(Math.floor((largestAttachment - 400) / 7))
    for (const objects of [
      filler,
      '/J#61'.repeat(largestAttachment / 8),
      '\0'.repeat(largestAttachment / 2),
    ]) {
      const content = aPdf({ objects })
      const begun = performance.now()
      judge(content)
      expect(performance.now() - begun).toBeLessThan(2000)
    }
  })
})

describe('a name is tidied', () => {
  test.each([
    ['CCCD mặt trước.jpg', 'image/jpeg', 'CCCD mặt trước.jpg'],
    ['scan.JPEG', 'image/jpeg', 'scan.jpeg'],
    ['../../etc/passwd', 'application/pdf', 'passwd.pdf'],
    ['C:\\Users\\a\\giay-kham.pdf', 'application/pdf', 'giay-kham.pdf'],
    ['hồ sơ\u202Egpj.exe', 'image/jpeg', 'hồ sơgpj.exe.jpg'],
    ['anh.png', 'image/jpeg', 'anh.jpg'],
    ['a\u0000b\u001f<>:"|?*c.pdf', 'application/pdf', 'ab c.pdf'],
    ['CON.pdf', 'application/pdf', 'tep-CON.pdf'],
    ['  .  ', 'image/png', 'tep-dinh-kem.png'],
    ['.pdf', 'application/pdf', 'tep-dinh-kem.pdf'],
    ['hòa.pdf'.normalize('NFD'), 'application/pdf', 'hòa.pdf'],
    [`${'ă'.repeat(300)}.pdf`, 'application/pdf', `${'ă'.repeat(100)}.pdf`],
  ] as const)('%j of %s → %s', (given, type, name) => {
    expect(fileNameFor(given, type)).toBe(name)
  })
})
