import type { ReadDb, WriteDb } from '../../db/database.ts'
import type { Day } from './calendar/day.ts'
import type { AppError, Json } from './errors.ts'
import type { AnswerOf, Contract, FileContent, InputOf, Operation } from './operation.ts'
import type { Role } from './users/model.ts'

/** Through which host a request came. It is written into the audit trail and decides nothing. */
export type Host = 'app' | 'web' | 'cli'

/** Who acts. Before anybody has signed in, `id` and `role` are null and `name` is "Hệ thống". */
export type Actor = {
  readonly id: number | null
  readonly name: string
  readonly role: Role | null
  readonly host: Host
  /** Hash of the sign-in that made the request; absent on the command line. */
  readonly tokenHash?: string
}

/** One line of the audit trail: what was changed, field by field, from → to. Never a password. */
export type AuditEntry = {
  readonly subject: string
  readonly subjectId?: string | number
  readonly changes: Readonly<Record<string, readonly [from: Json, to: Json]>>
}

type Given = { readonly actor: Actor; readonly now: string; readonly today: Day }

/** What a query is given: a read-only database in one read transaction. */
export type QueryContext = Given & { readonly db: ReadDb }

/** What a command is given: a transaction it shares with its audit entries. */
export type CommandContext = Given & { readonly db: WriteDb; audit(entry: AuditEntry): void }

/** What keeping a private note is given: a transaction, and no audit trail to write to. */
export type NoteContext = Given & { readonly db: WriteDb }

/** What long work is given. It reads and checks first, then writes once, at the end. */
export type JobContext = Given & {
  /** One read transaction. */
  read<T>(work: (context: QueryContext) => T): T
  /** The one writing transaction of the job; what `work` throws, cancelling included, undoes it all. */
  write<T>(work: (context: CommandContext) => T): T
  progress(done: number, total: number, label: string): void
  /** Throws when the user has cancelled; to be called between batches. */
  checkCancelled(): void
  /** Keeps a file for the user to fetch by `jobs.file`. */
  keepFile(file: FileContent): void
}

/**
 * A command that needs slow work first (a password hash) does it before the transaction begins. A refusal that
 * must leave a trace (a failed sign-in) is returned; what is thrown undoes everything.
 */
export type PreparedCommand<I, P, A> = {
  prepare(input: I, read: <T>(work: (context: QueryContext) => T) => T): Promise<P>
  run(context: CommandContext, input: I, prepared: P): A | AppError
}

/** Keeps the type of what `prepare` answers between the two halves of a command. */
export function prepared<I, P, A>(command: PreparedCommand<I, P, A>): PreparedCommand<I, unknown, A> {
  return command as PreparedCommand<I, unknown, A> // `run` is only ever given what its own `prepare` answered
}

export type Handler<O extends Operation> = O['kind'] extends 'query'
  ? (context: QueryContext, input: InputOf<O>) => AnswerOf<O>
  : O['kind'] extends 'command'
    ?
        | ((context: CommandContext, input: InputOf<O>) => AnswerOf<O>)
        | PreparedCommand<InputOf<O>, unknown, AnswerOf<O>>
    : O['kind'] extends 'note'
      ? (context: NoteContext, input: InputOf<O>) => AnswerOf<O>
      : O['kind'] extends 'job'
        ? (context: JobContext, input: InputOf<O>) => AnswerOf<O> | Promise<AnswerOf<O>>
        : (context: QueryContext, input: InputOf<O>) => FileContent

/** One function for each operation of contract `C`; a missing one does not compile. */
export type Operations<C extends Contract | Contract[string]> = C extends Contract
  ? { readonly [F in keyof C]: Operations<C[F]> }
  : { readonly [V in keyof C]: C[V] extends Operation ? Handler<C[V]> : never }
