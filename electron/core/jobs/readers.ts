import { Worker } from 'node:worker_threads'
import type { Aside } from '../app.ts'
import { AppError, type ErrorReply, type Json } from '../errors.ts'
import { unexpected } from './run.ts'

export type ReaderQuestion = { readonly id: number; readonly asked: Aside }
export type ReaderAnswer =
  | { readonly id: number; readonly ok: true; readonly value: Json }
  | { readonly id: number; readonly ok: false; readonly error: ErrorReply }

/** Answers long queries beside the host's thread. */
export type Reader = {
  ask(asked: Aside): Promise<Json>
  close(): Promise<void>
}

type Waiting = { resolve(value: Json): void; reject(error: AppError): void }
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting> }

/** Two, so that a list does not wait for the figures of a year. */
const most = 2

/**
 * Threads begun when they are first needed and kept: figures of a year or a report's preview never hold up a click.
 * One that ends by itself fails what it was asked and is replaced by the next question.
 */
export function createReader(options: {
  readonly folder: string
  readonly threadFile: URL
  log(error: unknown, where?: string): void
}): Reader {
  const threads = new Set<Thread>()
  let asked = 0

  const begin = (): Thread => {
    const worker = new Worker(options.threadFile, { workerData: { folder: options.folder } })
    const waiting = new Map<number, Waiting>()
    const thread = { worker, waiting }
    const fail = ({ code, message, details }: ErrorReply, id: number) => {
      waiting.get(id)?.reject(new AppError(code, message, details))
      waiting.delete(id)
    }
    worker.on('message', (answer: ReaderAnswer) => {
      if (!answer.ok) return fail(answer.error, answer.id)
      waiting.get(answer.id)?.resolve(answer.value)
      waiting.delete(answer.id)
    })
    worker.on('error', error => options.log(error, 'reader'))
    worker.on('exit', () => {
      threads.delete(thread)
      for (const id of [...waiting.keys()]) fail(unexpected(), id)
    })
    threads.add(thread)
    return thread
  }

  /** One that is free, a new one, or the one with the fewest questions before this. */
  const next = (): Thread => {
    const [freest] = [...threads].sort((a, b) => a.waiting.size - b.waiting.size)
    return freest !== undefined && (freest.waiting.size === 0 || threads.size === most) ? freest : begin()
  }

  return {
    ask: question =>
      new Promise((resolve, reject) => {
        const { worker, waiting } = next()
        asked += 1
        waiting.set(asked, { resolve, reject })
        worker.postMessage({ id: asked, asked: question } satisfies ReaderQuestion)
      }),
    close: async () => {
      await Promise.all([...threads].map(({ worker }) => worker.terminate()))
    },
  }
}
