import type { DayFacts, KetQuaFacts } from '../../electron/core/reports/ket-qua-facts.ts'
import type { Count, Measures } from '../../electron/core/statistics/model.ts'

const counts = (online: number, direct: number, postal: number): Count => ({
  total: online + direct + postal,
  online,
  direct,
  postal,
})

/** September 2023 of the sample lists, as `expected-five.json` gives it. */
export const september: Measures = {
  registered: counts(15, 70, 3),
  refused: counts(0, 0, 0),
  dropped: counts(0, 0, 0),
  waitingIn: counts(0, 0, 0),
  waiting: counts(1, 0, 1),
  received: counts(14, 70, 2),
  carriedIn: counts(1, 21, 2),
  resumed: counts(0, 0, 0),
  finished: counts(5, 66, 3),
  withdrawn: counts(1, 1, 0),
  stopped: counts(0, 2, 0),
  closed: counts(6, 69, 3),
  closedEarly: counts(2, 49, 2),
  closedOnTime: counts(2, 12, 1),
  closedLate: counts(2, 8, 0),
  open: counts(9, 22, 1),
  openInTime: counts(5, 13, 0),
  openPaused: counts(1, 9, 1),
  openOverdue: counts(3, 0, 0),
  returned: counts(5, 62, 2),
  returnedCounter: counts(3, 51, 0),
  returnedPost: counts(1, 11, 2),
  returnedElectronic: counts(1, 0, 0),
}

const day = (date: string, dayOff: string | null, finished: Count, running: number): DayFacts => ({
  day: date,
  registered: counts(1, 4, 1),
  received: counts(0, 4, 0),
  finished,
  returned: counts(1, 2, 0),
  runningNumerator: 19,
  runningDenominator: running,
  dayOff,
  holiday: dayOff === 'Quốc khánh',
})

/** Facts for a report of September 2023; a test changes what it is about. */
export function ketQuaFacts(changed: Partial<KetQuaFacts> = {}): KetQuaFacts {
  return {
    office: {
      parent: 'UBND tỉnh Kiên Giang',
      department: 'Sở Giao thông vận tải',
      departmentInText: 'Sở Giao thông vận tải tỉnh Kiên Giang',
      place: 'Kiên Giang',
      symbol: 'BC-SGTVT',
      signer: { title: ['KT. Giám đốc', 'Phó Giám đốc'], name: 'Họ và tên' },
      receivers: ['Bộ Giao thông vận tải', 'Cục Đường bộ Việt Nam;', '- Lưu: VT.'],
    },
    reportDay: '2023-10-02',
    number: null,
    period: { kind: 'month', id: '2023-09', from: '2023-09-01', to: '2023-09-30' },
    periodTitle: 'Tháng 9 năm 2023',
    unit: 'files',
    measures: september,
    target: {
      year: 2023,
      asOf: '2023-09-30',
      numerator: 19,
      denominator: 268,
      targetBp: 1000,
      met: false,
      missing: 8,
      basis: {
        numerator: 'Số hồ sơ trực tuyến đã có kết quả',
        denominator: 'Số hồ sơ trực tiếp và qua bưu chính công ích đã có kết quả',
        allChannels: false,
      },
    },
    teams: [
      { key: '1', name: 'Tổ triển khai thành phố Rạch Giá', measures: september },
      { key: null, name: null, measures: september },
    ],
    byDay: [
      day('2023-09-01', 'Quốc khánh', counts(0, 0, 0), 0),
      day('2023-09-29', null, counts(1, 3, 0), 268),
      day('2023-09-30', 'Thứ Bảy', counts(0, 0, 0), 268),
    ],
    difficulties: [],
    ...changed,
  }
}
