import type { NarrativeFacts } from './facts.ts'
import { counted, unitWord } from './figures.ts'
import type { Part, Passage } from './model.ts'
import { decimal, integer, say } from './phrases.ts'
import { periodInText } from './results.ts'

/** Section VI: what the figures ask of the next period, the most pressing first. */
export function taskPassages(facts: NarrativeFacts): readonly Passage[] {
  const { measures, target, difficulties, next } = facts
  const word = unitWord(facts)
  const tasks: { id: string; parts: Part[] }[] = []
  if (measures.openOverdue.total > 0) {
    tasks.push({
      id: 'overdue',
      parts: say`Giải quyết dứt điểm ${counted(facts, 'openOverdue')} ${word} quá hạn, thực hiện xin lỗi và hẹn lại ngày trả kết quả theo quy định.`,
    })
  }
  if (measures.openPaused.total > 0) {
    tasks.push({
      id: 'paused',
      parts: say`Đôn đốc công dân bổ sung giấy tờ, thực hiện nghĩa vụ tài chính đối với ${counted(facts, 'openPaused')} ${word} đang tạm dừng.`,
    })
  }
  if (measures.waiting.total > 0) {
    tasks.push({
      id: 'waiting',
      parts: say`Kiểm tra, tiếp nhận hoặc trả lời ${counted(facts, 'waiting')} ${word} đang chờ tiếp nhận.`,
    })
  }
  const { neededPerDay } = target.pace
  if (target.missing !== null && target.missing > 0 && neededPerDay !== null && neededPerDay > 0) {
    const needed = decimal('pace.neededPerDay', neededPerDay, `${word} trực tuyến cần có mỗi ngày làm việc`)
    tasks.push({
      id: 'target',
      parts: say`Tăng cường hướng dẫn, vận động người dân nộp hồ sơ trực tuyến, phấn đấu bình quân ${needed} ${word} trực tuyến mỗi ngày làm việc.`,
    })
  } else {
    const held = target.met === true ? ', giữ vững tỷ lệ đã đạt' : ''
    tasks.push({
      id: 'target',
      parts: [`Tiếp tục hướng dẫn người dân nộp hồ sơ trực tuyến toàn trình${held}.`],
    })
  }
  const unsettled = difficulties.filter(({ status }) => status !== 'solved').length
  if (unsettled > 0) {
    const count = integer('difficulties.unsettled', unsettled, 'khó khăn, vướng mắc chưa giải quyết xong')
    tasks.push({
      id: 'difficulties',
      parts: say`Theo dõi, đôn đốc giải quyết ${count} khó khăn, vướng mắc còn tồn tại.`,
    })
  }
  const opening: Passage = {
    id: 'tasks.opening',
    section: 'tasks',
    parts: [`Trong ${periodInText(next)}, tập trung thực hiện các nhiệm vụ sau:`],
  }
  return [
    opening,
    ...tasks.map(({ id, parts }, at) => ({
      id: `tasks.${id}`,
      section: 'tasks' as const,
      parts: say`${String(at + 1)}. ${parts}`,
    })),
  ]
}
