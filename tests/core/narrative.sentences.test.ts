import { describe, expect, test } from 'vitest'
import { type Difficulty, type NarrativeFacts, yearBefore } from '../../electron/core/narrative/facts.ts'
import { textOf } from '../../electron/core/narrative/model.ts'
import { writePassages } from '../../electron/core/narrative/passages.ts'
import { calendarRule, parsePeriod } from '../../electron/core/periods/period.ts'
import { type Count, type Measures, measureNames } from '../../electron/core/statistics/model.ts'

const count = (online: number, direct = 0, postal = 0): Count => ({
  total: online + direct + postal,
  online,
  direct,
  postal,
})
const measures = (known: Partial<Measures> = {}): Measures =>
  ({ ...Object.fromEntries(measureNames.map(name => [name, count(0)])), ...known }) as Measures // every name is in the list
const period = (kind: 'week' | 'month', id: string) => {
  const found = parsePeriod(kind, id, calendarRule)
  if (found === null) throw new Error(id)
  return found
}

const target: NarrativeFacts['target'] = {
  year: 2023,
  asOf: '2023-09-30',
  basis: { numerator: 'finished', denominator: 'direct-and-postal', unit: 'files' },
  numerator: 19,
  denominator: 268,
  ratioPct: 7.09,
  targetBp: 1000,
  met: false,
  missing: 8,
  pace: { basisDays: 20, directPerDay: 2, onlinePerDay: 0.5, workingDaysLeft: 64, neededPerDay: 0.33 },
  forecast: { numerator: 51, denominator: 396, ratioPct: 12.88 },
  daysWithBoth: [],
}

const facts = (known: Partial<NarrativeFacts> = {}): NarrativeFacts => ({
  department: 'Sở Giao thông vận tải tỉnh Cà Mau',
  period: period('month', '2023-09'),
  next: period('month', '2023-10'),
  unit: 'files',
  measures: measures({ received: count(12, 100, 8) }),
  before: null,
  lastYear: null,
  target,
  overdueTeams: [],
  difficulties: [],
  ...known,
})

const written = (known: Partial<NarrativeFacts>) =>
  Object.fromEntries(writePassages(facts(known)).map(({ id, parts }) => [id, textOf(parts)]))

const difficulty = (known: Partial<Difficulty>): Difficulty => ({
  category: 'Hệ thống, phần mềm, đường truyền',
  letter: 'G',
  content: 'Trạng thái không đồng bộ',
  affected: 4,
  cause: 'Phần mềm chưa liên thông',
  measures: 'Đối chiếu thủ công hằng ngày.',
  proposal: 'Nâng cấp phần mềm',
  receiver: 'Cục Đường bộ Việt Nam',
  status: 'proposed',
  ...known,
})

describe('the sentences', () => {
  test('compare with the period before: more, less, the same', () => {
    const earlier = (online: number, direct: number) => ({
      period: period('month', '2023-08'),
      measures: measures({ received: count(online, direct) }),
    })
    expect(written({ before: earlier(8, 92) }).before).toBe(
      'So với kỳ trước (tháng 8 năm 2023): số hồ sơ tiếp nhận tăng 20 hồ sơ (kỳ so sánh: 100 hồ sơ, tương ứng 20,0\u00a0%); ' +
        'số hồ sơ trực tuyến tiếp nhận tăng 4 hồ sơ (kỳ so sánh: 8 hồ sơ, tương ứng 50,0\u00a0%).',
    )
    expect(written({ before: earlier(12, 148) }).before).toContain(
      'giảm 40 hồ sơ (kỳ so sánh: 160 hồ sơ, tương ứng 25,0\u00a0%); số hồ sơ trực tuyến tiếp nhận không thay đổi (12 hồ sơ)',
    )
    expect(written({ before: earlier(0, 100) }).before).toContain(
      'số hồ sơ trực tuyến tiếp nhận tăng 12 hồ sơ (kỳ so sánh: 0 hồ sơ).',
    )
  })

  test('say what was late and where', () => {
    const { open } = written({
      measures: measures({
        open: count(5, 4),
        openInTime: count(3),
        openPaused: count(1),
        openOverdue: count(1, 4),
      }),
      overdueTeams: [
        { key: '2', name: 'Tổ Năm Căn', count: 3 },
        { key: null, name: 'Chưa giao cho tổ', count: 2 },
      ],
    })
    expect(open).toBe(
      'Đến hết ngày 30/09/2023, đang giải quyết 9 hồ sơ, trong đó: trong hạn 3 hồ sơ, tạm dừng chờ bổ sung giấy tờ ' +
        'hoặc thực hiện nghĩa vụ tài chính 1 hồ sơ, quá hạn 5 hồ sơ (Tổ Năm Căn 3 hồ sơ).',
    )
    expect(written({}).open).toBe('Đến hết ngày 30/09/2023, không còn hồ sơ đang giải quyết.')
  })

  test('give the target with formula, both counts and what is missing, and call an estimate one', () => {
    const { target: standing, outlook } = written({})
    expect(standing).toBe(
      'Thực hiện chỉ tiêu: lũy kế từ ngày 01/01/2023 đến hết ngày 30/09/2023, hồ sơ trực tuyến đã có kết quả là 19, ' +
        'hồ sơ trực tiếp và qua bưu chính công ích đã có kết quả là 268; tỷ lệ đạt 7,1\u00a0% (lấy số trực tuyến chia cho số ' +
        'trực tiếp và qua bưu chính công ích); chỉ tiêu năm 2023 tối thiểu 10,0\u00a0%: còn thiếu 8 hồ sơ trực tuyến để đạt chỉ tiêu.',
    )
    expect(outlook).toContain('Ước tính theo mức bình quân của 20 ngày làm việc gần nhất')
    expect(outlook).toContain('bình quân 0,33 hồ sơ trực tuyến mỗi ngày làm việc trong 64 ngày làm việc')
  })

  test('claim no ratio where there is nothing to divide by, and no target where none was set', () => {
    const none = written({ target: { ...target, denominator: 0, ratioPct: null, met: null, missing: null } })
    expect(none.target).toContain('chưa có mẫu số để tính tỷ lệ.')
    expect(none).not.toHaveProperty('outlook')
    expect(written({ target: { ...target, targetBp: null, met: null, missing: null } }).target).toContain(
      'Năm 2023 chưa được giao chỉ tiêu.',
    )
  })

  test('name the three groups of difficulties that touch most files, the causes, and whom something is asked of', () => {
    const found = written({
      difficulties: [
        difficulty({ affected: 9, letter: 'A', category: 'Giấy khám sức khỏe điện tử', receiver: 'Bộ Y tế' }),
        difficulty({}),
        difficulty({ affected: 3, content: 'Cổng chậm', status: 'solved' }),
        difficulty({ affected: 2, letter: 'I', category: 'Nhận thức', proposal: '', cause: '' }),
        difficulty({ affected: 1, letter: 'H', category: 'Bưu chính', proposal: '', cause: '' }),
      ],
    })
    expect(found['difficulties.sum']).toBe(
      'Trong tháng 9 năm 2023 ghi nhận 5 khó khăn, vướng mắc, ảnh hưởng đến 19 hồ sơ. Các nhóm ảnh hưởng nhiều nhất: ' +
        'Giấy khám sức khỏe điện tử 9 hồ sơ; Hệ thống, phần mềm, đường truyền 7 hồ sơ; Nhận thức 2 hồ sơ.',
    )
    expect(found['difficulties.data']).toContain('Về dữ liệu: Trạng thái không đồng bộ (9 hồ sơ).')
    expect(found['causes.all']).toBe('Phần mềm chưa liên thông.')
    expect(found['proposals.Bộ Y tế']).toBe('Với Bộ Y tế: Nâng cấp phần mềm.')
    expect(found['tasks.difficulties']).toContain('4 khó khăn, vướng mắc còn tồn tại')
  })

  test('ask first for what is late', () => {
    const found = written({ measures: measures({ openOverdue: count(2), openPaused: count(1) }) })
    expect(Object.keys(found).filter(id => id.startsWith('tasks.'))).toEqual([
      'tasks.opening',
      'tasks.overdue',
      'tasks.paused',
      'tasks.target',
    ])
    expect(found['tasks.overdue']).toMatch(/^1\. Giải quyết dứt điểm 2 hồ sơ quá hạn/)
  })

  test('speak of licences where licences are counted', () => {
    expect(written({ unit: 'licences' }).received).toContain(
      'tiếp nhận 120 giấy phép lái xe đề nghị đổi, trong đó',
    )
  })
})

test('a period has a counterpart a year earlier, unless that year has none', () => {
  const of = (kind: 'week' | 'month' | 'day', id: string) => {
    const found = parsePeriod(kind, id, calendarRule)
    return found === null ? undefined : yearBefore(found, [])?.id
  }
  expect(of('month', '2023-09')).toBe('2022-09')
  expect(of('week', '2021-W01')).toBe('2020-W01')
  expect(of('week', '2020-W53')).toBeUndefined()
  expect(of('day', '2024-02-29')).toBeUndefined()
})
