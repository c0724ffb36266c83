import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { JobStatus } from '../../electron/core/jobs/contract.ts'
import type { FileContent } from '../../electron/core/operation.ts'
import { ApiError } from './api-error.ts'
import { call } from './client.ts'
import type { Answer, Input, JobName } from './names.ts'

const everyMs = 250

export type Job<N extends JobName> = {
  readonly start: (input: Input<N>) => Promise<Answer<N> | null>
  readonly cancel: () => void
  /** Forgets result and error, so that the screen is as before the start. */
  readonly clear: () => void
  readonly running: boolean
  /** The state last heard, for `JobProgress`. */
  readonly status: JobStatus | null
  readonly jobId: string | null
  readonly result: Answer<N> | null
  readonly error: ApiError | null
  readonly cancelled: boolean
}

type State<N extends JobName> = Omit<Job<N>, 'start' | 'cancel' | 'clear'>

const atRest = {
  running: false,
  status: null,
  jobId: null,
  result: null,
  error: null,
  cancelled: false,
} as const

function failure(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  return new ApiError({ code: 'unexpected', message: 'Việc đang chạy bị lỗi. Thử lại.' })
}

/** Starts long work, follows it every quarter of a second and brings its result; `start` answers null when it was cancelled or failed. */
export function useJob<N extends JobName>(name: N): Job<N> {
  const [state, setState] = useState<State<N>>(atRest)
  const alive = useRef(true)
  const jobId = useRef<string | null>(null)
  const client = useQueryClient()

  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])

  const start = useCallback(
    async (input: Input<N>): Promise<Answer<N> | null> => {
      jobId.current = null
      setState({ ...atRest, running: true })
      try {
        // every job answers its id at once
        const started = (await call(name, input)) as { readonly jobId: string }
        jobId.current = started.jobId
        const status = await follow(started.jobId, now => {
          if (alive.current) setState({ ...atRest, running: true, status: now, jobId: now.id })
        })
        const end = ended<N>(status)
        if (alive.current) setState(end)
        await client.invalidateQueries()
        return end.result
      } catch (error) {
        if (alive.current) setState({ ...atRest, error: failure(error) })
        return null
      }
    },
    [name, client],
  )
  const cancel = useCallback(() => {
    if (jobId.current !== null) call('jobs.cancel', { id: jobId.current }).catch(() => undefined)
  }, [])
  const clear = useCallback(() => setState(atRest), [])
  return { ...state, start, cancel, clear }
}

function ended<N extends JobName>(status: JobStatus): State<N> {
  const base = { ...atRest, status, jobId: status.id }
  if (status.state === 'cancelled') return { ...base, cancelled: true }
  if (status.error !== null) return { ...base, error: new ApiError(status.error) }
  // the job of this name answers what its contract says
  return { ...base, result: status.result as Answer<N> }
}

async function follow(id: string, heard: (status: JobStatus) => void): Promise<JobStatus> {
  for (;;) {
    const status = await asked(id)
    if (status !== null) {
      if (status.state !== 'queued' && status.state !== 'running') return status
      heard(status)
    }
    await new Promise(resolve => setTimeout(resolve, everyMs))
  }
}

/** The file of a job started elsewhere, once it is done; throws the refusal of one that was not. */
export async function fileOfJob(jobId: string): Promise<FileContent> {
  const { error, state } = await follow(jobId, () => undefined)
  if (error !== null) throw new ApiError(error)
  if (state !== 'done') throw new ApiError({ code: 'conflict', message: 'Việc đã bị dừng. Làm lại khi cần.' })
  return call('jobs.file', { id: jobId })
}

/** A lost connection does not end the job: the next question may be answered again. */
async function asked(id: string): Promise<JobStatus | null> {
  try {
    return await call('jobs.status', { id })
  } catch (error) {
    if (error instanceof ApiError && error.details.lost === true) return null
    throw error
  }
}
