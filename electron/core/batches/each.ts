import { applicationById, type StoredApplication } from '../applications/read.ts'
import type { CommandContext, JobContext } from '../context.ts'
import { AppError } from '../errors.ts'
import type { BatchRefusal } from './contract.ts'

/** How many files are done between two looks at whether the user has cancelled. */
const batch = 50

/**
 * Does the same to many files in the job's one transaction: what is refused is listed and the rest is done. That
 * holds because every refusal comes before anything of that file is written.
 */
export function eachFile(
  job: JobContext,
  { db }: CommandContext,
  ids: readonly number[],
  label: string,
  act: (file: StoredApplication) => void,
): { done: number; refused: readonly BatchRefusal[] } {
  const refused: BatchRefusal[] = []
  ids.forEach((id, index) => {
    if (index % batch === 0) {
      job.progress(index, ids.length, label)
      job.checkCancelled()
    }
    let dossierCode = ''
    try {
      const file = applicationById(db, id)
      dossierCode = file.facts.dossierCode
      act(file)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push({ id, dossierCode, reason: error.message })
    }
  })
  job.progress(ids.length, ids.length, label)
  job.checkCancelled()
  return { done: ids.length - refused.length, refused }
}
