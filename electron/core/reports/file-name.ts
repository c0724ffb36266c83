import type { ReadDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import type { Period } from '../periods/period.ts'
import { reportSettingInForce, settingInForce } from '../settings/store.ts'

/** What a pattern of a file's name may hold, with the words for each. */
const kinds: Readonly<Record<Period['kind'], string>> = {
  day: 'ngay',
  week: 'tuan',
  month: 'thang',
  quarter: 'quy',
  half: '6-thang',
  year: 'nam',
  range: 'khoang',
}

/**
 * The name of a report's workbook by the office's pattern (setting `reportFiles`). What Windows does not take in a
 * name becomes a hyphen; one that is too long is cut, and still tells the report and the period.
 */
export function reportFileName(db: ReadDb, report: string, period: Period, today: Day): string {
  const { pattern } = settingInForce(db, 'reportFiles', today)
  const own = reportSettingInForce(db, 'reportTemplate', report, today).symbol
  const symbol = own === '' ? settingInForce(db, 'department', today).symbol : own
  const words: Readonly<Record<string, string>> = {
    'báo cáo': report,
    'loại kỳ': kinds[period.kind],
    kỳ: period.id,
    'ký hiệu': symbol,
    'ngày lập': today.replaceAll('-', ''),
  }
  const filled = pattern.normalize('NFC').replace(/\{([^{}]*)\}/g, (whole, word) => words[word] ?? whole)
  return `${fitting(harmless(filled), `-${report}-${period.id}`)}.xlsx`
}

/** The longest name that every folder takes, with room for the path. */
const longest = 120

function harmless(name: string): string {
  const kept = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').replace(/[\s.]+$/u, '')
  return /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i.test(kept) ? `-${kept}` : kept
}

/** Cut at the end, where reports and periods are usually told apart, two files would have one name. */
function fitting(name: string, apart: string): string {
  const letters = [...name]
  if (letters.length <= longest) return name
  return `${letters
    .slice(0, longest - apart.length)
    .join('')
    .trimEnd()}${apart}`
}
