import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../../db/database.ts'
import type { Arguments } from '../arguments.ts'
import { figureCases } from '../bench/figure-cases.ts'
import { importOnce, workbookCases } from '../bench/file-cases.ts'
import { fill } from '../bench/fill.ts'
import { slowestOfEach } from '../bench/host-thread.ts'
import { listCases } from '../bench/list-cases.ts'
import { questions } from '../bench/questions.ts'
import { searchCases } from '../bench/search-cases.ts'
import { subjectsIn } from '../bench/subjects.ts'
import { asText, type Outcome } from '../bench/table.ts'
import { measureAll } from '../bench/timing.ts'
import { type Desk, openDesk } from '../desk.ts'
import type { Answer } from '../verbs.ts'

/** The sample ends with 2023: everything is asked as on the morning of its last working day. */
const now = () => '2023-12-29T08:00:00+07:00'
/** Memory for pages of the plain writing, in KiB: as much as a job has. */
const cache = 96_000

/**
 * The performance figures on N sample applications, in a folder that is thrown away or, with `--data`, kept for the
 * next time.
 */
export async function bench(args: Arguments): Promise<Answer> {
  const size = args.whole('size') ?? 20_000
  const kept = args.text('data')
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'gplx-bench-')))
  try {
    const open = () =>
      openDesk({ flag: args.flag, text: name => (name === 'data' ? folder : args.text('as')) }, now)
    const filled = await withDesk(open, desk => fill(desk, size))
    // who acts is asked when a folder is opened: the filling has made the first account
    const outcome = await withDesk(open, measured)
    const answer: Outcome = { fill: filled, ...outcome }
    return { json: answer, text: asText(answer) }
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true, force: true })
  }
}

async function withDesk<T>(open: () => Promise<Desk>, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await open()
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}

async function measured(desk: Desk): Promise<Omit<Outcome, 'fill'>> {
  const database = openDatabase(join(desk.folder, 'gplx.db'), { busyTimeout: 1000, cache })
  try {
    const { n: applications } = database.read(db =>
      db.row<{ n: number }>('SELECT count(*) AS n FROM applications'),
    ) ?? { n: 0 }
    const rows = Math.min(Math.max(Math.round(applications / 10), 500), 20_000)
    const imported = await importOnce(desk, database, rows)
    return {
      applications,
      measured: [
        ...(await measureAll(listCases(desk, database))),
        ...(await measureAll(await searchCases(desk, database))),
        ...(await measureAll(figureCases(desk, database))),
        ...(await measureAll(await workbookCases(desk, database))),
        imported.measured,
      ],
      importedPerSecond: imported.perSecond,
      queries: await slowestOfEach(desk, questions(await subjectsIn(desk, database))),
    }
  } finally {
    database.close()
  }
}
