import { type Operations, prepared } from '../context.ts'
import { AppError, type ErrorReply, type Json } from '../errors.ts'
import type { JobStatus, jobsContract } from './contract.ts'
import type { JobRunner } from './runner.ts'

type Row = {
  id: string
  operation: string
  by: string
  actorId: number | null
  state: JobStatus['state']
  result: string | null
  error: string | null
  fileName: string | null
}

const columns = `id, operation, actor_name AS by, actor_id AS actorId, state, result, error, file_name AS fileName`

/** The jobs of this folder; progress is known for those of this host alone. */
export function jobOperations(runner: JobRunner): Operations<typeof jobsContract> {
  const asStatus = ({ actorId: _, result, error, ...row }: Row): JobStatus => {
    const parsedResult: Json = result === null ? null : JSON.parse(result)
    const parsedError: ErrorReply | null = error === null ? null : JSON.parse(error)
    return {
      ...row,
      ...(runner.progress(row.id) ?? { done: 0, total: 0, label: '' }),
      result: parsedResult,
      error: parsedError,
    }
  }
  const missing = () => new AppError('not-found', 'Không tìm thấy công việc này. Làm lại từ đầu.')

  return {
    status: ({ db }, { id }) => {
      const row = db.row<Row>(`SELECT ${columns} FROM jobs WHERE id = :id`, { id })
      if (row === undefined) throw missing()
      return asStatus(row)
    },

    running: ({ db }) =>
      db
        .rows<Row>(`SELECT ${columns} FROM jobs WHERE state IN ('queued', 'running') ORDER BY created_at`)
        .map(asStatus),

    // Heard before the transaction begins: the job that should stop may be the one that holds the file.
    cancel: prepared({
      prepare: async ({ id }: { id: string }, read) =>
        read(({ db, actor }) => {
          const row = db.row<Row>(`SELECT ${columns} FROM jobs WHERE id = :id`, { id })
          if (row === undefined) throw missing()
          if (row.actorId !== actor.id && actor.role !== 'admin') {
            throw new AppError(
              'not-allowed',
              'Chỉ người đã bắt đầu hoặc quản trị viên dừng được công việc này. Chờ công việc xong, hoặc đề nghị người đó dừng.',
            )
          }
          runner.cancel(id)
          return row.operation
        }),
      run: ({ audit }, { id }, operation) => {
        audit({ subject: 'job', subjectId: id, changes: { 'Yêu cầu dừng': [null, operation] } })
        return { asked: true as const }
      },
    }),

    file: ({ db, actor }, { id }) => {
      const row = db.row<Row>(`SELECT ${columns} FROM jobs WHERE id = :id`, { id })
      if (row === undefined || row.fileName === null) throw missing()
      if (row.actorId !== actor.id)
        throw new AppError('not-allowed', 'Chỉ người đã tạo mới lấy được tệp này. Tự xuất lại tệp.')
      const file = runner.file(id, row.fileName)
      if (file === undefined) throw new AppError('not-found', 'Tệp đã quá hạn giữ. Xuất lại tệp.')
      return file
    },
  }
}
