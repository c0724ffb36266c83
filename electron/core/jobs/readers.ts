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

/**
 * One thread, begun with the first long query and kept: figures of a year or a report's preview never hold up a
 * click. A thread that ends by itself fails what it was asked and is replaced by the next question.
 */
export function createReader(options: {
  readonly folder: string
  readonly threadFile: URL
  log(error: unknown, where?: string): void
}): Reader {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let asked = 0

  const fail = ({ code, message, details }: ErrorReply, id: number) => {
    waiting.get(id)?.reject(new AppError(code, message, details))
    waiting.delete(id)
  }

  const begin = (): Worker => {
    const begun = new Worker(options.threadFile, { workerData: { folder: options.folder } })
    begun.on('message', (answer: ReaderAnswer) => {
      if (!answer.ok) return fail(answer.error, answer.id)
      waiting.get(answer.id)?.resolve(answer.value)
      waiting.delete(answer.id)
    })
    begun.on('error', error => options.log(error, 'reader'))
    begun.on('exit', () => {
      worker = undefined
      for (const id of [...waiting.keys()]) fail(unexpected(), id)
    })
    return begun
  }

  return {
    ask: question =>
      new Promise((resolve, reject) => {
        worker ??= begin()
        asked += 1
        waiting.set(asked, { resolve, reject })
        worker.postMessage({ id: asked, asked: question } satisfies ReaderQuestion)
      }),
    close: async () => {
      await worker?.terminate()
    },
  }
}
