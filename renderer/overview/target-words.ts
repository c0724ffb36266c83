import type { TargetStatus } from '../../electron/core/targets/contract.ts'
import { nbsp, showDecimal, showNumber, showPercent } from '../ui/number-text.ts'

const numerators: Readonly<Record<string, string>> = {
  finished: 'trực tuyến đã có kết quả',
  received: 'trực tuyến đã tiếp nhận',
  registered: 'trực tuyến đã nộp',
}
const denominators: Readonly<Record<string, string>> = {
  'direct-and-postal': 'nộp trực tiếp và qua bưu chính công ích',
  direct: 'nộp trực tiếp',
  all: 'nộp bằng mọi hình thức',
}

const unitOf = (status: TargetStatus): string => (status.basis.unit === 'licences' ? 'GPLX' : 'hồ sơ')

/** A target in basis points as it is spoken of: 10 %, 12,5 %. */
export function showTarget(basisPoints: number): string {
  const percent = basisPoints / 100
  const decimals = Number.isInteger(percent) ? 0 : basisPoints % 10 === 0 ? 1 : 2
  return `${showDecimal(percent, decimals)}${nbsp}%`
}

/** The answer to "do we reach it?", in one sentence. */
export function targetSentence(status: TargetStatus): string {
  const { targetBp, ratioPct, met, missing, year } = status
  if (targetBp === null) return `Chưa có chỉ tiêu của năm ${year}.`
  if (ratioPct === null) return `Chưa có ${unitOf(status)} để tính tỷ lệ của năm ${year}.`
  if (met === true) return `Đã đạt chỉ tiêu ${showTarget(targetBp)} của năm ${year}.`
  return `Còn thiếu ${showNumber(missing ?? 0)} ${unitOf(status)} trực tuyến để đạt ${showTarget(targetBp)}.`
}

/** The formula with both counts: 10 % of the direct count is not 10 % of the total. */
export function targetFormula(
  status: TargetStatus,
): readonly { readonly what: string; readonly count: string }[] {
  const unit = unitOf(status)
  const { basis, numerator, denominator, ratioPct } = status
  return [
    { what: `${capital(unit)} ${numerators[basis.numerator] ?? ''}`, count: showNumber(numerator) },
    { what: `${capital(unit)} ${denominators[basis.denominator] ?? ''}`, count: showNumber(denominator) },
    { what: 'Tỷ lệ', count: showPercent(ratioPct) },
  ]
}

/** The same as one line of arithmetic. */
export function formulaLine(status: TargetStatus): string {
  const unit = unitOf(status)
  const { basis, numerator, denominator, ratioPct } = status
  const above = `${showNumber(numerator)} ${unit} ${numerators[basis.numerator] ?? ''}`
  const below = `${showNumber(denominator)} ${unit} ${denominators[basis.denominator] ?? ''}`
  return `${above} ÷ ${below} = ${showPercent(ratioPct)}`
}

/** What has to be done each working day, and what it rests on; null where nothing can be said. */
export function paceSentence(status: TargetStatus): string | null {
  const { pace, forecast, met, targetBp } = status
  // a year that is over has its result and needs no estimate
  if (pace.basisDays === 0 || pace.workingDaysLeft === 0 || targetBp === null) return null
  const unit = unitOf(status)
  const rest = `mức bình quân ${pace.basisDays} ngày làm việc gần nhất (${showDecimal(pace.onlinePerDay, 1)} ${unit} trực tuyến, ${showDecimal(pace.directPerDay, 1)} trực tiếp mỗi ngày)`
  const end = `Ước tính đến 31/12/${status.year}: ${showPercent(forecast.ratioPct)}, theo ${rest}.`
  if (met === true || pace.neededPerDay === null) return end
  return `Cần ${showDecimal(pace.neededPerDay, 1)} ${unit} trực tuyến mỗi ngày trong ${showNumber(pace.workingDaysLeft)} ngày làm việc còn lại. ${end}`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
