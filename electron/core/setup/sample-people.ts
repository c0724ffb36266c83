/** A small repeatable generator (mulberry32): the sample department is the same on every machine. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export type Dice = {
  chance(p: number): boolean
  whole(from: number, to: number): number
  pick<T>(from: readonly [T, ...T[]]): T
}

export function dice(random: () => number): Dice {
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  return {
    chance: p => random() < p,
    whole,
    pick: from => from[whole(0, from.length - 1)] ?? from[0],
  }
}

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Võ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Dương',
  'Lý',
  'Danh',
] as const
const middles = {
  male: ['Văn', 'Hữu', 'Minh', 'Quốc', 'Thanh', 'Đức', 'Công', 'Hoàng'],
  female: ['Thị', 'Ngọc', 'Kim', 'Thu', 'Mỹ', 'Thúy', 'Hồng', 'Bích'],
} as const
const givens = {
  male: [
    'An',
    'Bình',
    'Cường',
    'Dũng',
    'Đạt',
    'Hải',
    'Khoa',
    'Lộc',
    'Nghĩa',
    'Phúc',
    'Quân',
    'Sơn',
    'Tâm',
    'Thịnh',
    'Vũ',
  ],
  female: [
    'Ánh',
    'Châu',
    'Diễm',
    'Hạnh',
    'Hương',
    'Lan',
    'Loan',
    'Mai',
    'Nga',
    'Oanh',
    'Phượng',
    'Quyên',
    'Trang',
    'Uyên',
    'Yến',
  ],
} as const
const mobilePrefixes = ['032', '039', '070', '077', '083', '091', '094', '096', '098'] as const

export type SamplePerson = {
  readonly fullName: string
  readonly birthDay: string
  readonly sex: 'male' | 'female'
  readonly nationalId: string
  readonly phone: string
  readonly licenceNumber: string
}

/** A made-up person whose numbers follow the rules of procedure.md §9; any likeness is chance. */
export function samplePerson(roll: Dice, cccdProvince: string, provinceCode: string): SamplePerson {
  const sex = roll.chance(0.62) ? 'male' : 'female'
  const year = roll.whole(1958, 2003)
  const birthDay = `${year}-${two(roll.whole(1, 12))}-${two(roll.whole(1, 28))}`
  const century = (year < 2000 ? 0 : 2) + (sex === 'female' ? 1 : 0)
  const passed = roll.whole(Math.max(1995, year + 18), 2021)
  const digits = (count: number) => String(roll.whole(0, 10 ** count - 1)).padStart(count, '0')
  return {
    fullName: `${roll.pick(families)} ${roll.pick(middles[sex])} ${roll.pick(givens[sex])}`,
    birthDay,
    sex,
    nationalId: `${cccdProvince}${century}${two(year % 100)}${digits(6)}`,
    phone: `${roll.pick(mobilePrefixes)}${digits(7)}`,
    licenceNumber: `${provinceCode}${sex === 'male' ? 0 : 1}${two(passed % 100)}${digits(7)}`,
  }
}

export const two = (n: number): string => String(n).padStart(2, '0')
