/**
 * The national list of portal statuses 1–10 (Cổng Dịch vụ công Quốc gia) and the moves between them, as pure
 * data: buttons draw themselves from this table and the rule enforces it. Source: domain data `statuses.csv`.
 */
export const statuses = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const
export type Status = (typeof statuses)[number]

export const statusNames: Readonly<Record<Status, string>> = {
  1: 'Mới đăng ký',
  2: 'Được tiếp nhận',
  3: 'Không được tiếp nhận',
  4: 'Đang xử lý',
  5: 'Yêu cầu bổ sung giấy tờ',
  6: 'Yêu cầu thực hiện nghĩa vụ tài chính',
  7: 'Công dân yêu cầu rút hồ sơ',
  8: 'Dừng xử lý',
  9: 'Đã xử lý xong',
  10: 'Đã trả kết quả',
}

export const moveNames = [
  'receive',
  'refuse',
  'process',
  'requestSupplement',
  'requestPayment',
  'continue',
  'stop',
  'reopen',
  'withdraw',
  'finish',
  'return',
] as const
export type MoveName = (typeof moveNames)[number]

export type Move = {
  readonly name: MoveName
  /** The verb on the button. */
  readonly label: string
  readonly from: readonly Status[]
  readonly to: Status
  /** Only before receipt, only after it, or either. */
  readonly when: 'before-receipt' | 'after-receipt' | 'always'
  /** A reason is asked for and kept in the history. */
  readonly needsReason: boolean
}

/**
 * What may be done in which status. Stopped before receipt and then received after all is allowed (figures.md
 * §8 case 3); lists may report other jumps, which `life.ts` understands.
 */
export const moves: readonly Move[] = [
  {
    name: 'receive',
    label: 'Tiếp nhận',
    from: [1, 5, 6, 8],
    to: 2,
    when: 'before-receipt',
    needsReason: false,
  },
  {
    name: 'refuse',
    label: 'Từ chối tiếp nhận',
    from: [1, 5, 6],
    to: 3,
    when: 'before-receipt',
    needsReason: true,
  },
  { name: 'process', label: 'Chuyển xử lý', from: [2], to: 4, when: 'after-receipt', needsReason: false },
  {
    name: 'requestSupplement',
    label: 'Yêu cầu bổ sung',
    from: [1, 2, 4],
    to: 5,
    when: 'always',
    needsReason: true,
  },
  {
    name: 'requestPayment',
    label: 'Yêu cầu nộp lệ phí',
    from: [1, 2, 4],
    to: 6,
    when: 'always',
    needsReason: false,
  },
  {
    name: 'continue',
    label: 'Tiếp tục xử lý',
    from: [5, 6],
    to: 4,
    when: 'after-receipt',
    needsReason: false,
  },
  { name: 'finish', label: 'Xử lý xong', from: [2, 4], to: 9, when: 'after-receipt', needsReason: false },
  { name: 'return', label: 'Trả kết quả', from: [9], to: 10, when: 'after-receipt', needsReason: false },
  { name: 'stop', label: 'Dừng xử lý', from: [2, 4, 5, 6], to: 8, when: 'always', needsReason: true },
  { name: 'reopen', label: 'Mở lại', from: [8], to: 4, when: 'after-receipt', needsReason: true },
  {
    name: 'withdraw',
    label: 'Công dân rút hồ sơ',
    from: [1, 2, 4, 5, 6],
    to: 7,
    when: 'always',
    needsReason: true,
  },
]

/** The moves a file in this status allows. */
export function allowedMoves(status: Status, received: boolean): readonly Move[] {
  return moves.filter(
    move =>
      move.from.includes(status) && (move.when === 'always' || (move.when === 'after-receipt') === received),
  )
}

export const moveOf: Readonly<Record<MoveName, Move>> = Object.fromEntries(
  moves.map(move => [move.name, move]),
) as Record<MoveName, Move> // every name stands in the table once: tests/core/applications.statuses.test.ts

/** Statuses in which the clock stands still once the file is received. */
export const isPause = (status: Status): boolean => status === 5 || status === 6

export function isStatus(value: number): value is Status {
  return Number.isInteger(value) && value >= 1 && value <= 10
}
