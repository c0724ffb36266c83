import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../../../db/database.ts'
import type { Aside } from '../app.ts'
import { dayOf } from '../calendar/day.ts'
import type { QueryContext } from '../context.ts'
import { databasePath } from '../data-folder.ts'
import { AppError, type Json } from '../errors.ts'
import { openLog } from '../log.ts'
import { createOperations } from '../operations.ts'
import { jobPatience, noJobs } from './host-runner.ts'
import type { ReaderAnswer, ReaderQuestion } from './readers.ts'
import { unexpected } from './run.ts'

/** A bundle of its own: answers long queries one after the other, on a connection of its own. */
const { folder } = workerData as { folder: string } // built by readers.ts only
const log = openLog(folder, 'reader')
const database = openDatabase(databasePath(folder), { busyTimeout: jobPatience })
const operations: object = createOperations(noJobs)

function answer({ name, input, actor, now }: Aside): Json {
  const [feature = '', verb = ''] = name.split('.')
  const handler: unknown = Reflect.get(Object(Reflect.get(operations, feature)), verb)
  if (typeof handler !== 'function') throw new Error(`no query is called ${name}`)
  // the door has checked that the contract declares it as a query and that the input fits
  const query = handler as (context: QueryContext, input: unknown) => Json
  return database.read(db => query({ db, actor, now, today: dayOf(now) }, input))
}

parentPort?.on('message', ({ id, asked }: ReaderQuestion) => {
  const reply = (given: ReaderAnswer) => parentPort?.postMessage(given)
  try {
    reply({ id, ok: true, value: answer(asked) })
  } catch (error) {
    if (error instanceof AppError) return reply({ id, ok: false, error: error.toReply() })
    log.error(error, asked.name)
    return reply({ id, ok: false, error: unexpected() })
  }
})
