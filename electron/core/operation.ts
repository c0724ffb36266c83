import { z } from 'zod'
import type { Json } from './errors.ts'
import type { Role } from './users/model.ts'

/**
 * query: reads, under 50 ms · command: changes, under 50 ms, leaves an audit entry · job: long work in a
 * thread, answers `{ jobId }` at once · file: hands out bytes that lie ready · note: keeps something that is the
 * user's alone (a draft, column widths) and changes nothing of the office's, so it leaves no audit entry.
 */
export type Kind = 'query' | 'command' | 'note' | 'job' | 'file'

/** Roles that may call; 'anyone' needs no sign-in at all. */
export type Allow = readonly Role[] | 'anyone'

/** A file as it crosses the boundary: bytes, never a path, so no host opens a dialog. */
export type FileContent = { readonly name: string; readonly bytes: Uint8Array }

/** One operation of the contract. `answer` exists for the compiler only. */
export type Operation<K extends Kind = Kind, I extends z.ZodType = z.ZodType, O = unknown> = {
  readonly kind: K
  readonly input: I
  readonly allow: Allow
  /** A query that may pass 50 ms on a large register: hosts with a window or a server run it beside their own thread. */
  readonly aside: boolean
  readonly answer?: O
}

export type FeatureContract = Readonly<Record<string, Operation>>
export type Contract = Readonly<Record<string, FeatureContract>>

type Who = { readonly allow: Allow; readonly aside?: true }

function declare<K extends Kind>(kind: K) {
  return <I extends z.ZodType>(input: I, who: Who) => ({
    returns: <O extends Json>(): Operation<K, I, O> => ({
      kind,
      input,
      allow: who.allow,
      aside: who.aside === true,
    }),
  })
}

/** Declares an operation that only reads. */
export const query = declare('query')
/** Declares an operation that changes rows in one transaction with its audit entry. */
export const command = declare('command')
/** Declares keeping something private to the user. */
export const note = declare('note')
/** Declares long work; the answer type is the job's result, found in `jobs.status`. */
export const job = declare('job')
/** Declares an operation that answers a file. */
export function file<I extends z.ZodType>(input: I, who: Who): Operation<'file', I, FileContent> {
  return { kind: 'file', input, allow: who.allow, aside: false }
}

/** A file coming in. The size limit stands in the host (body) and in `core/excel` (contents). */
export const fileInput = z.object({
  name: z.string().min(1).max(255),
  bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
})

/** The input of operations that need none. */
export const nothing = z.object({}).strict()

export type InputOf<O extends Operation> = z.output<O['input']>
export type CallInputOf<O extends Operation> = z.input<O['input']>
export type AnswerOf<O extends Operation> = O extends Operation<Kind, z.ZodType, infer A> ? A : never

/** What a caller gets at once: a job answers only its id. */
export type ReplyOf<O extends Operation> = O['kind'] extends 'job' ? JobStarted<AnswerOf<O>> : AnswerOf<O>

/** `Result` lives in the type alone, so that `use-job.ts` knows what the finished job holds. */
export type JobStarted<Result> = { readonly jobId: string; readonly result?: Result }

/** The typed caller of a contract: `client.applications.list(filter)`. */
export type Client<C extends Contract> = {
  readonly [F in keyof C]: {
    readonly [V in keyof C[F]]: (input: CallInputOf<C[F][V]>) => Promise<ReplyOf<C[F][V]>>
  }
}
