import { createHash } from 'node:crypto'
import type { ReadDb } from '../../../db/database.ts'
import { checkLists } from '../applications/check.ts'
import { replayer } from '../applications/store.ts'
import type { JobContext, Operations } from '../context.ts'
import { lockedBy } from '../filings/lock.ts'
import type { InputOf } from '../operation.ts'
import type { ImportCounts, ImportReport, importsContract, PastImport, RowReport } from './contract.ts'
import { errorWorkbook } from './error-workbook.ts'
import type { ListRow, Problem } from './list-row.ts'
import { textMatcher } from './match-texts.ts'
import { profileFor, rememberProfile } from './profiles.ts'
import { type ReadRows, readRows } from './read-rows.ts'
import { carryOut, type Deciding, type Decision, decide } from './receive-row.ts'

type Source = InputOf<(typeof importsContract)['plan']>
type Earlier = ImportReport['earlier']

export const importsOperations: Operations<typeof importsContract> = {
  plan: (context, source) => importList(context, source, true),
  apply: (context, source) => importList(context, source, false),
  history: ({ db }) =>
    db
      .rows<Omit<PastImport, 'counts'> & { counts: string }>(
        `SELECT imports.id, at, users.display_name AS by, file_name AS file, counts
         FROM imports JOIN users ON users.id = imports.actor_id ORDER BY imports.id DESC LIMIT 200`,
      )
      .map(row => ({ ...row, counts: readCounts(row.counts) })),
}

const readCounts = (text: string): ImportCounts => JSON.parse(text)

async function importList(context: JobContext, source: Source, dryRun: boolean): Promise<ImportReport> {
  const hash = createHash('sha256').update(source.file.bytes).digest('hex')
  const earlier = context.read(({ db }) => importedBefore(db, hash))
  const read = readList(context, source)
  if (earlier !== null) return unchangedThroughout(source, read, earlier)
  const outcome = dryRun
    ? context.read(({ db }) => walk(context, db, read.rows, decision => decision))
    : apply(context, source, read, hash)
  const rejected = outcome.reports.filter(({ decision }) => decision.kind === 'rejected')
  if (rejected.length > 0) {
    const rows = rejected.map(({ row, decision }) => ({ row, problems: decision.problems.filter(isError) }))
    context.keepFile(await errorWorkbook(source.file.name, read.table.columns, rows))
  }
  return {
    ...describe(source, read),
    counts: outcome.counts,
    rejected: rejected.map(({ row, decision }) => asReport(row, decision.problems.filter(isError))),
    warned: outcome.reports
      .filter(({ decision }) => decision.kind !== 'rejected')
      .map(({ row, decision }) => asReport(row, decision.problems))
      .filter(({ problems }) => problems.length > 0),
    importId: outcome.importId,
    earlier: null,
    hasErrorFile: rejected.length > 0,
  }
}

type Outcome = {
  readonly counts: ImportCounts
  readonly reports: readonly { readonly row: ListRow; readonly decision: Decision }[]
  readonly importId: number | null
}

const isError = ({ level }: Problem) => level === 'error'

function readList(context: JobContext, { file, sheet, mapping, profile }: Source): ReadRows {
  const { catalogue, remembered } = context.read(({ db }) => ({
    catalogue: checkLists(db),
    remembered: profileFor(db, profile),
  }))
  const chosen =
    mapping === undefined
      ? remembered
      : new Map(Object.entries(mapping).map(([index, field]) => [Number(index), field]))
  return readRows(file, {
    today: context.today,
    catalogue,
    sheet,
    mapping: chosen,
    progress: (done, total) => {
      context.progress(done, total, 'Đọc danh sách')
      context.checkCancelled()
    },
  })
}

/** Decides row by row, in the order of the list; `act` writes where there is something to write. */
function walk(
  context: JobContext,
  db: ReadDb,
  rows: readonly ListRow[],
  act: (decision: Decision) => void,
  label = 'Kiểm tra từng dòng',
): Outcome {
  const asking = { db, actor: context.actor, now: context.now, today: context.today }
  const deciding: Deciding = {
    replay: replayer(db),
    matcher: textMatcher(db, context.today),
    today: context.today,
    locked: (before, after) => lockedBy(asking, before, after),
  }
  const counts = { rows: 0, new: 0, updated: 0, unchanged: 0, rejected: 0, warned: 0 }
  const reports: { row: ListRow; decision: Decision }[] = []
  rows.forEach((row, index) => {
    if (index % 500 === 0) {
      context.progress(index, rows.length, label)
      context.checkCancelled()
    }
    counts.rows += 1
    if (row.sameAs !== undefined) {
      counts.unchanged += 1
      return
    }
    const decision = decide(db, row, deciding)
    counts[decision.kind] += 1
    if (decision.problems.length > 0) reports.push({ row, decision })
    if (decision.kind !== 'rejected' && decision.problems.length > 0) counts.warned += 1
    act(decision)
  })
  return { counts, reports, importId: null }
}

/** All or nothing: the whole list in one transaction, each file with its own audit entry. */
function apply(context: JobContext, source: Source, read: ReadRows, hash: string): Outcome {
  return context.write(({ db, audit, actor, now }) => {
    const importId = db.run(
      `INSERT INTO imports (at, actor_id, file_name, file_hash, sheet, mapping, counts)
       VALUES (:now, :actorId, :file, :hash, :sheet, :mapping, '{}')`,
      {
        ...{ now, actorId: actor.id, file: source.file.name, hash, sheet: read.table.sheet },
        mapping: JSON.stringify(read.table.columns.map(({ heading, field }) => [heading, field])),
      },
    ).lastInsertRowid
    const by = { actorId: actor.id, now, importId }
    const act = (decision: Decision) => {
      const entry = carryOut(db, decision, by)
      if (entry !== null) audit(entry)
    }
    const outcome = walk(context, db, read.rows, act, 'Ghi vào sổ')
    db.run('UPDATE imports SET counts = :counts WHERE id = :importId', {
      importId,
      counts: JSON.stringify(outcome.counts),
    })
    rememberProfile(db, source, read.table.columns, now)
    audit({
      subject: 'import',
      subjectId: importId,
      changes: { Tệp: [null, source.file.name], 'Số dòng': [null, outcome.counts] },
    })
    return { ...outcome, importId }
  })
}

function importedBefore(db: ReadDb, hash: string): Earlier {
  return (
    db.row<NonNullable<Earlier>>(
      `SELECT imports.id AS importId, at, users.display_name AS by FROM imports JOIN users ON users.id = imports.actor_id
       WHERE file_hash = :hash ORDER BY imports.id DESC LIMIT 1`,
      { hash },
    ) ?? null
  )
}

/** figures.md §8 case 10: the identical file again changes nothing and names the earlier import. */
function unchangedThroughout(source: Source, read: ReadRows, earlier: Earlier): ImportReport {
  const rows = read.rows.length
  return {
    ...describe(source, read),
    counts: { rows, new: 0, updated: 0, unchanged: rows, rejected: 0, warned: 0 },
    rejected: [],
    warned: [],
    importId: null,
    earlier,
    hasErrorFile: false,
  }
}

function describe({ file }: Source, { table, sheets, encoding }: ReadRows) {
  return {
    file: file.name,
    sheet: table.sheet,
    sheets,
    headerRow: table.headerRows,
    columns: table.columns,
    encoding,
  }
}

function asReport({ row }: ListRow, problems: readonly Problem[]): RowReport {
  return { row, problems: problems.map(({ field, code, message }) => ({ field, code, message })) }
}
