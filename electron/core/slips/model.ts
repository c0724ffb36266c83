import { z } from 'zod'
import { tidy } from '../vietnamese.ts'

/** A sentence of a slip that the office may word otherwise. `{…}` is filled in when the slip is drawn. */
export type Sentence = {
  readonly label: string
  /** Today's wording. */
  readonly text: string
  /** Where the set of 2025 is worded otherwise. */
  readonly text2025?: string
  /** What may be filled in, besides what every slip of its kind knows. */
  readonly places?: readonly string[]
}

/** What every slip about a file can name; `ông/bà` follows the sex. */
export const filePlaces = [
  'họ tên',
  'ông/bà',
  'mã hồ sơ',
  'nội dung',
  'ngày tiếp nhận',
  'ngày hẹn trả',
  'cơ quan',
  'bộ phận',
  'cán bộ',
] as const
export const postPlaces = ['ngày', 'số kết quả', 'nơi nhận', 'cơ quan', 'bộ phận', 'cán bộ'] as const

/** Kinds with sentences; Mẫu kiểm soát is a table and nothing else. domain/forms.md: all wordings are templates. */
export const sentences = {
  receipt: {
    papers: { label: 'Trước thành phần hồ sơ', text: 'Thành phần hồ sơ nộp gồm:' },
    book: {
      label: 'Vào sổ',
      text: 'Vào Sổ theo dõi hồ sơ, Quyển số: {quyển số} Số thứ tự: {số thứ tự}',
      places: ['quyển số', 'số thứ tự'],
    },
    copies: {
      label: 'Số liên (cuối giấy)',
      text: 'Giấy này được lập thành 02 liên: 01 liên giao cho người nộp hồ sơ, 01 liên lưu cùng hồ sơ.',
    },
    tentative: {
      label: 'Khi ngày trả là tạm tính (cuối giấy)',
      text: 'Ngày trả kết quả là tạm tính: lịch nghỉ lễ, tết của năm đó chưa được xác nhận.',
    },
  },
  supplement: {
    request: {
      label: 'Đề nghị bổ sung',
      text: '{bộ phận} {cơ quan} đề nghị {ông/bà} bổ sung, hoàn thiện hồ sơ gồm những nội dung sau:',
    },
    contact: {
      label: 'Liên hệ',
      text: 'Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, {ông/bà} liên hệ với công chức {cán bộ}, số điện thoại …………………… để được hướng dẫn./.',
    },
  },
  refusal: {
    decision: {
      label: 'Thông báo từ chối',
      text: 'Qua xem xét, {bộ phận} {cơ quan} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
    },
    closing: { label: 'Câu kết', text: 'Xin thông báo để {ông/bà} được biết và thực hiện./.' },
  },
  apology: {
    received: {
      label: 'Đã tiếp nhận',
      text: '{ngày tiếp nhận}, {cơ quan} tiếp nhận hồ sơ của {ông/bà} {họ tên}, mã số hồ sơ: {mã hồ sơ}, nội dung yêu cầu giải quyết: {nội dung}.',
    },
    promised: {
      label: 'Ngày đã hẹn',
      text: 'Thời gian hẹn trả kết quả giải quyết hồ sơ: {ngày hẹn trả}.',
    },
    late: {
      label: 'Khi đã quá hạn',
      text: 'Tuy nhiên, đến nay {cơ quan} chưa trả kết quả giải quyết hồ sơ của {ông/bà} đúng thời gian đã hẹn.',
    },
    soon: {
      label: 'Khi sắp đến hạn',
      text: 'Tuy nhiên, {cơ quan} không trả được kết quả giải quyết hồ sơ của {ông/bà} đúng thời gian đã hẹn.',
    },
    regret: {
      label: 'Xin lỗi và hẹn lại',
      text: '{cơ quan} xin lỗi {ông/bà} vì sự chậm trễ này và hẹn lại thời gian trả kết quả giải quyết hồ sơ vào {ngày hẹn lại}.',
      text2025:
        '{cơ quan} xin lỗi {ông/bà} vì sự chậm trễ này và đề nghị gia hạn thời gian giải quyết hồ sơ đến {ngày hẹn lại}.',
      places: ['ngày hẹn lại'],
    },
    thanks: { label: 'Câu kết', text: 'Rất mong nhận được sự thông cảm của {ông/bà}./.' },
  },
  stop: {
    decision: {
      label: 'Thông báo dừng',
      text: '{cơ quan} thông báo dừng giải quyết hồ sơ của {ông/bà} {họ tên}, mã số hồ sơ: {mã hồ sơ}, với lý do cụ thể như sau:',
    },
    closing: { label: 'Câu kết', text: 'Xin thông báo để {ông/bà} được biết./.' },
  },
  'post-list': {
    opening: {
      label: 'Mở đầu',
      text: 'Hôm nay, {ngày}, tại {bộ phận} {cơ quan}, hai bên gồm có:',
    },
    agreement: {
      label: 'Nội dung bàn giao',
      text: 'Hai bên thống nhất bàn giao {số kết quả} kết quả giải quyết hồ sơ đổi giấy phép lái xe để trả cho tổ chức, cá nhân qua dịch vụ bưu chính, theo danh sách sau:',
    },
    total: {
      label: 'Tổng số và số bản',
      text: 'Tổng số: {số kết quả} kết quả. Biên bản được lập thành 02 bản có giá trị như nhau, mỗi bên giữ 01 bản./.',
    },
  },
} as const satisfies Record<string, Readonly<Record<string, Sentence>>>

export type WordedKind = keyof typeof sentences
// the keys of an object that stands above
export const wordedKinds = Object.keys(sentences) as [WordedKind, ...WordedKind[]]
export type Texts = Readonly<Record<string, string>>

/** The sentences of a kind by name, in the order of the slip. */
export const sentencesOf = (kind: WordedKind): Readonly<Record<string, Sentence>> => sentences[kind]

/** What a sentence may name, as it is written between the braces. */
export function placesOf(kind: WordedKind, name: string): readonly string[] {
  const common: readonly string[] = kind === 'post-list' ? postPlaces : filePlaces
  return [...(sentencesOf(kind)[name]?.places ?? []), ...common]
}

/** Today's wording of a kind in a set of forms. */
export function defaultTexts(kind: WordedKind, set: '2018' | '2025'): Texts {
  return Object.fromEntries(
    Object.entries(sentencesOf(kind)).map(([name, { text, text2025 }]) => [
      name,
      set === '2025' ? (text2025 ?? text) : text,
    ]),
  )
}

const longest = 600
const place = /\{([^{}]*)\}/g

/** Why a sentence cannot be printed (Vietnamese, what to do); null where it can. */
export function wordingProblem(kind: WordedKind, name: string, text: string): string | null {
  if (text === '') return 'Nhập câu chữ, hoặc lấy lại câu chữ mặc định.'
  if (text.length > longest) return `Câu chữ dài quá ${longest} ký tự. Rút ngắn lại.`
  const places = placesOf(kind, name)
  const unknown = [...text.matchAll(place)].find(([, what = '']) => !places.includes(tidy(what)))
  if (unknown !== undefined)
    return `Phiếu không điền được ${unknown[0]}. Chỉ dùng: ${places.map(each => `{${each}}`).join(', ')}.`
  if (/[{}]/.test(text.replace(place, '')))
    return 'Dấu { hoặc } bị thiếu một nửa. Viết đủ cả hai, ví dụ {họ tên}.'
  return null
}

/** All sentences of a kind, each tidied and fit to be printed. */
export function textsRule(kind: WordedKind) {
  return z.object(
    Object.fromEntries(
      Object.keys(sentencesOf(kind)).map(name => [
        name,
        z
          .string()
          .transform(tidy)
          .superRefine((text, check) => {
            const message = wordingProblem(kind, name, text)
            if (message !== null) check.addIssue({ code: 'custom', message })
          }),
      ]),
    ),
  )
}

/** A sentence with its places filled in; it begins with a capital whatever stands first. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  const filled = text.replace(place, (whole, what: string) => values[tidy(what)] ?? whole)
  return filled.slice(0, 1).toLocaleUpperCase('vi') + filled.slice(1)
}
