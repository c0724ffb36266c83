import { largestAttachment } from '../../electron/core/attachments/contract.ts'

const units = ['byte', 'KB', 'MB'] as const

/** "1,2 MB", "340 KB", "87 byte". */
export function showBytes(bytes: number): string {
  const step = bytes >= 1024 * 1024 ? 2 : bytes >= 1024 ? 1 : 0
  const value = bytes / 1024 ** step
  const text = step === 2 && value < 100 ? value.toFixed(1).replace('.', ',') : String(Math.round(value))
  return `${text.replace(/,0$/, '')} ${units[step]}`
}

export function tooLarge(name: string): string {
  const most = showBytes(largestAttachment)
  return `${name}: tệp lớn hơn ${most}. Quét lại ở 200–300 dpi hoặc chia thành nhiều tệp.`
}
