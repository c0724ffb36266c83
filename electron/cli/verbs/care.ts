import { type Arguments, UsageError } from '../arguments.ts'
import type { Desk } from '../desk.ts'
import type { Answer } from '../verbs.ts'

/** A verified copy beside the data. */
export async function backup(desk: Desk): Promise<Answer> {
  const { result } = await desk.run('backup.create', {})
  return { json: result, text: `Đã sao lưu và kiểm tra: ${result.name}` }
}

/** Integrity of file, audit chain and figures; exit status 1 when something does not hold. */
export async function verify(desk: Desk): Promise<Answer> {
  const { result } = await desk.run('audit.verify', {})
  const lines = result.checks.map(({ name, ok, detail }) => `${ok ? 'đạt ' : 'LỖI '} ${name}: ${detail}`)
  return { json: result, text: lines.join('\n'), status: result.ok ? 0 : 1 }
}

/** Any operation of the contract; a job is run to its end. */
export async function call(desk: Desk, args: Arguments): Promise<Answer> {
  const [name, text = '{}'] = args.words
  if (name === undefined) throw new UsageError('Lệnh call cần tên thao tác.')
  const answer = await desk.any(name, parse(text))
  return { json: answer, text: JSON.stringify(answer, null, 2) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError('Tham số thứ hai của call phải là JSON.')
  }
}
