import { basename, join, resolve } from 'node:path'
import { backupsPath } from '../../core/data-folder.ts'
import { restore as restoreFolder } from '../../core/start.ts'
import { decodeWire, encodeWire } from '../../core/wire.ts'
import { type Arguments, UsageError } from '../arguments.ts'
import { actorOf, type Desk } from '../desk.ts'
import { copyBackup, makeFolder } from '../files.ts'
import type { Answer } from '../verbs.ts'

/** A verified copy beside the data, and with `--to` the same in a folder of one's own choice. */
export async function backup(desk: Desk, args: Arguments): Promise<Answer> {
  const to = args.text('to')
  if (to !== undefined) await makeFolder(to)
  const { result } = await desk.run('backup.create', {})
  if (to === undefined) return { json: result, text: `Đã sao lưu và kiểm tra: ${result.name}` }
  const copiedTo = await copyBackup(backupsPath(desk.folder), result.name, resolve(to))
  return { json: { ...result, copiedTo }, text: `Đã sao lưu, kiểm tra và chép ra ${copiedTo}` }
}

/** Back from a copy; what stood there is kept in `backups/` of the data folder. */
export async function restore(args: Arguments): Promise<Answer> {
  const [copy] = args.words
  if (copy === undefined) throw new UsageError('Lệnh restore cần tệp bản sao lưu.')
  const as = args.text('as')
  const done = await restoreFolder({
    ...{ host: 'cli', data: args.text('data'), copy },
    actor: db => actorOf(db, as),
  })
  const { applications, before, kept, attachments } = done
  const lines = [
    `Đã khôi phục từ ${basename(done.copy)}: ${applications} hồ sơ${before === null ? '' : ` (trước đó ${before})`}.`,
    ...(kept === null
      ? []
      : [`Dữ liệu trước khi khôi phục được giữ ở ${join(backupsPath(done.folder), kept)}.`]),
    ...(attachments.missing === 0
      ? []
      : [`Thiếu ${attachments.missing} tệp đính kèm; chép lại từ bản sao lưu khác nếu có.`]),
  ]
  return { json: done, text: lines.join('\n') }
}

/** Integrity of file, audit chain and figures; exit status 1 when something does not hold. */
export async function verify(desk: Desk): Promise<Answer> {
  const { result } = await desk.run('audit.verify', {})
  const lines = result.checks.map(({ name, ok, detail }) => `${ok ? 'đạt ' : 'LỖI '} ${name}: ${detail}`)
  return { json: result, text: lines.join('\n'), status: result.ok ? 0 : 1 }
}

/** Any operation of the contract; a job is run to its end. Bytes are `{ "$bytes": base64 }`, as over HTTP. */
export async function call(desk: Desk, args: Arguments): Promise<Answer> {
  const [name, text = '{}'] = args.words
  if (name === undefined) throw new UsageError('Lệnh call cần tên thao tác.')
  const answer = await desk.any(name, parse(text))
  const json: unknown = JSON.parse(encodeWire(answer))
  return { json, text: JSON.stringify(json, null, 2) }
}

function parse(text: string): unknown {
  try {
    return decodeWire(text)
  } catch {
    throw new UsageError('Tham số thứ hai của call phải là JSON.')
  }
}
