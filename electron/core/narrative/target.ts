import { showDay } from '../calendar/day.ts'
import { showPercent } from '../reports/number-text.ts'
import type { NarrativeFacts } from './facts.ts'
import { unitWord } from './figures.ts'
import type { Part, Passage } from './model.ts'
import { decimal, integer, percent, say } from './phrases.ts'

const passage = (id: string, parts: Part[]): Passage => ({ id, section: 'results', parts })

const events = { finished: 'đã có kết quả', received: 'đã tiếp nhận', registered: 'đã đăng ký' } as const
const denominators = {
  'direct-and-postal': 'trực tiếp và qua bưu chính công ích',
  direct: 'trực tiếp',
  all: 'của tất cả hình thức nộp',
} as const
const of = <T>(words: Readonly<Record<string, T>>, key: string, otherwise: T): T => words[key] ?? otherwise

/** Where the year stands against the target, with formula and both counts (figures.md §4), and an estimate. */
export function targetPassages(facts: NarrativeFacts): readonly Passage[] {
  return [passage('target', standing(facts)), ...outlook(facts)]
}

function standing(facts: NarrativeFacts): Part[] {
  const { target } = facts
  const word = unitWord(facts)
  const event = of(events, target.basis.numerator, 'đã có kết quả')
  const places = of(denominators, target.basis.denominator, 'trực tiếp')
  const n = integer('target.numerator', target.numerator, `${word} trực tuyến ${event} từ đầu năm`)
  const d = integer('target.denominator', target.denominator, `${word} ${places} ${event} từ đầu năm`)
  const begin = `Thực hiện chỉ tiêu: lũy kế từ ngày 01/01/${target.year} đến hết ngày ${showDay(target.asOf)}, `
  const counts = say`${begin}${word} trực tuyến ${event} là ${n}, ${word} ${places} ${event} là ${d}`
  if (target.denominator === 0) return say`${counts}; chưa có mẫu số để tính tỷ lệ.`
  const ratio = percent('target.ratio', target.numerator, target.denominator, 'tỷ lệ thực hiện chỉ tiêu')
  const share = say`${counts}; tỷ lệ đạt ${ratio} (lấy số trực tuyến chia cho số ${places})`
  if (target.targetBp === null) return say`${share}. Năm ${String(target.year)} chưa được giao chỉ tiêu.`
  const goal = showPercent({ numerator: target.targetBp, denominator: 10_000 })
  const verdict =
    target.missing === null || target.missing === 0
      ? ['đã đạt chỉ tiêu']
      : say`còn thiếu ${integer('target.missing', target.missing, `${word} trực tuyến còn thiếu để đạt chỉ tiêu`)} ${word} trực tuyến để đạt chỉ tiêu`
  return say`${share}; chỉ tiêu năm ${String(target.year)} tối thiểu ${goal}: ${verdict}.`
}

/** What may become of the year: always called an estimate, and on what it rests. */
function outlook(facts: NarrativeFacts): readonly Passage[] {
  const { pace, forecast, targetBp, missing, denominator } = facts.target
  if (targetBp === null || denominator === 0 || pace.workingDaysLeft === 0 || pace.basisDays === 0) return []
  const word = unitWord(facts)
  const days = integer('pace.workingDaysLeft', pace.workingDaysLeft, 'ngày làm việc còn lại trong năm')
  const basis = integer('pace.basisDays', pace.basisDays, 'ngày làm việc gần nhất lấy làm căn cứ')
  const end = percent('forecast.ratio', forecast.numerator, forecast.denominator, 'tỷ lệ ước tính cả năm')
  const estimate = say`Ước tính theo mức bình quân của ${basis} ngày làm việc gần nhất, tỷ lệ cả năm đạt khoảng ${end}`
  if (pace.neededPerDay === null || pace.neededPerDay === 0 || missing === null) {
    return [passage('outlook', say`${estimate}; năm còn ${days} ngày làm việc.`)]
  }
  const needed = decimal(
    'pace.neededPerDay',
    pace.neededPerDay,
    `${word} trực tuyến cần có mỗi ngày làm việc`,
  )
  return [
    passage(
      'outlook',
      say`${estimate}; để đạt chỉ tiêu cần bình quân ${needed} ${word} trực tuyến mỗi ngày làm việc trong ${days} ngày làm việc còn lại của năm.`,
    ),
  ]
}
