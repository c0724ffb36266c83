import { showDay } from '../calendar/day.ts'
import { type Period, periodTitle } from '../periods/period.ts'
import type { Count } from '../statistics/model.ts'
import type { Comparison, NarrativeFacts } from './facts.ts'
import { counted, unitWord } from './figures.ts'
import type { Part, Passage } from './model.ts'
import { integer, listed, percent, say } from './phrases.ts'

/** "tháng 9 năm 2023" within a sentence. */
export const periodInText = (period: Period): string => {
  const title = periodTitle(period)
  return title.charAt(0).toLowerCase() + title.slice(1)
}

const passage = (id: string, parts: Part[]): Passage => ({ id, section: 'results', parts })

/** Section I: what came in, what became of it, what is still there, what was handed over. */
export function resultPassages(facts: NarrativeFacts): readonly Passage[] {
  return [
    passage('received', received(facts)),
    ...comparison(facts, 'before', facts.before),
    ...comparison(facts, 'lastYear', facts.lastYear),
    passage('closed', closed(facts)),
    passage('open', open(facts)),
    passage('returned', returned(facts)),
  ]
}

function received(facts: NarrativeFacts): Part[] {
  const { measures, period } = facts
  const word = unitWord(facts)
  const of = (part: keyof Count) => counted(facts, 'received', part)
  const share = percent(
    'received.onlineShare',
    measures.received.online,
    measures.received.total,
    'tỷ lệ tiếp nhận trực tuyến',
  )
  const asked = facts.unit === 'files' ? 'hồ sơ đề nghị đổi giấy phép lái xe' : 'giấy phép lái xe đề nghị đổi'
  const begin = `Trong ${periodInText(period)}, ${facts.department} `
  const carried = say`${word} từ kỳ trước chuyển qua: ${counted(facts, 'carriedIn')}`
  const more: Part[][] = []
  if (measures.resumed.total > 0) {
    more.push(say`tiếp tục giải quyết sau khi dừng: ${counted(facts, 'resumed')} ${word}`)
  }
  if (measures.refused.total > 0) more.push(say`không tiếp nhận: ${counted(facts, 'refused')} ${word}`)
  if (measures.waiting.total > 0) {
    more.push(say`đã nộp, đang chờ tiếp nhận đến cuối kỳ: ${counted(facts, 'waiting')} ${word}`)
  }
  const rest = listed([carried, ...more], '; ')
  if (measures.received.total === 0) {
    return say`${begin}không tiếp nhận ${asked} nào; ${rest}.`
  }
  return say`${begin}tiếp nhận ${of('total')} ${asked}, trong đó: nộp trực tuyến ${of('online')} ${word} (chiếm ${share}), nộp trực tiếp ${of('direct')} ${word}, nộp qua dịch vụ bưu chính công ích ${of('postal')} ${word}; ${rest}.`
}

/** Against another period: received in all and received online, up, down or the same. */
function comparison(facts: NarrativeFacts, key: 'before' | 'lastYear', other: Comparison | null): Passage[] {
  if (other === null) return []
  const word = unitWord(facts)
  const with_ = key === 'before' ? 'So với kỳ trước' : 'So với cùng kỳ năm trước'
  const clause = (part: 'total' | 'online', name: string): Part[] => {
    const [now, then] = [facts.measures.received[part], other.measures.received[part]]
    const before = integer(
      `${key}.received.${part}`,
      then,
      `${name} tiếp nhận của ${periodInText(other.period)}`,
      {
        names: ['received'],
        from: other.period.from,
        to: other.period.to,
        ...(part === 'online' ? { channels: ['online'] } : {}),
      },
    )
    if (now === then) return say`${name} tiếp nhận không thay đổi (${before} ${word})`
    const change = integer(`${key}.change.${part}`, Math.abs(now - then), `chênh lệch ${name} tiếp nhận`)
    const share = percent(
      `${key}.changePct.${part}`,
      Math.abs(now - then),
      then,
      `mức thay đổi ${name} tiếp nhận`,
    )
    const percentage = then === 0 ? [] : say`, tương ứng ${share}`
    return say`${name} tiếp nhận ${now > then ? 'tăng' : 'giảm'} ${change} ${word} (kỳ so sánh: ${before} ${word}${percentage})`
  }
  const parts = say`${with_} (${periodInText(other.period)}): ${clause('total', `số ${word}`)}; ${clause('online', `số ${word} trực tuyến`)}.`
  return [passage(key, parts)]
}

function closed(facts: NarrativeFacts): Part[] {
  const { measures } = facts
  const word = unitWord(facts)
  if (measures.closed.total === 0) return [`Trong kỳ chưa giải quyết xong ${word} nào.`]
  const onTime = percent(
    'closed.onTimeShare',
    measures.closedEarly.total + measures.closedOnTime.total,
    measures.closed.total,
    'tỷ lệ giải quyết trước hạn và đúng hạn',
  )
  const ways: Part[][] = [say`có kết quả ${counted(facts, 'finished')} ${word}`]
  if (measures.withdrawn.total > 0) ways.push(say`công dân rút ${counted(facts, 'withdrawn')} ${word}`)
  if (measures.stopped.total > 0) ways.push(say`dừng giải quyết ${counted(facts, 'stopped')} ${word}`)
  return say`Đã giải quyết ${counted(facts, 'closed')} ${word} (${listed(ways)}), trong đó: trước hạn ${counted(facts, 'closedEarly')} ${word}, đúng hạn ${counted(facts, 'closedOnTime')} ${word}, quá hạn ${counted(facts, 'closedLate')} ${word}; tỷ lệ giải quyết trước hạn và đúng hạn đạt ${onTime}.`
}

function open(facts: NarrativeFacts): Part[] {
  const { measures, period, overdueTeams } = facts
  const word = unitWord(facts)
  const until = `Đến hết ngày ${showDay(period.to)}, `
  if (measures.open.total === 0) return [`${until}không còn ${word} đang giải quyết.`]
  const teams = overdueTeams
    .filter(({ key }) => key !== null)
    .slice(0, 3)
    .map(
      ({ key, name, count }) =>
        say`${name} ${integer(`overdue.team.${key}`, count, `${word} quá hạn của ${name}`, {
          names: ['openOverdue'],
          from: period.from,
          to: period.to,
          group: { by: 'team', key },
        })} ${word}`,
    )
  const where = teams.length === 0 ? [] : say` (${listed(teams)})`
  const overdue =
    measures.openOverdue.total === 0
      ? [`không có ${word} quá hạn`]
      : say`quá hạn ${counted(facts, 'openOverdue')} ${word}${where}`
  return say`${until}đang giải quyết ${counted(facts, 'open')} ${word}, trong đó: trong hạn ${counted(facts, 'openInTime')} ${word}, tạm dừng chờ bổ sung giấy tờ hoặc thực hiện nghĩa vụ tài chính ${counted(facts, 'openPaused')} ${word}, ${overdue}.`
}

function returned(facts: NarrativeFacts): Part[] {
  const { returned, returnedElectronic } = facts.measures
  const word = unitWord(facts)
  if (returned.total === 0) return ['Trong kỳ chưa trả kết quả nào cho công dân.']
  const ways = [
    say`tại Bộ phận Một cửa ${counted(facts, 'returnedCounter')} ${word}`,
    say`qua dịch vụ bưu chính ${counted(facts, 'returnedPost')} ${word}`,
    ...(returnedElectronic.total > 0
      ? [say`trên môi trường mạng ${counted(facts, 'returnedElectronic')} ${word}`]
      : []),
  ]
  return say`Đã trả kết quả ${counted(facts, 'returned')} ${word}, trong đó: ${listed(ways)}.`
}
