import type { AppContract } from '../../electron/core/contract.ts'
import type { AnswerOf, CallInputOf, Kind, Operation, ReplyOf } from '../../electron/core/operation.ts'

type VerbsOf<F extends keyof AppContract> = Extract<keyof AppContract[F], string>

/** Every `feature.verb` of the contract. */
export type OperationName = { [F in keyof AppContract]: `${F}.${VerbsOf<F>}` }[keyof AppContract]

type Find<N extends OperationName> = N extends `${infer F}.${infer V}`
  ? F extends keyof AppContract
    ? V extends keyof AppContract[F]
      ? Extract<AppContract[F][V], Operation>
      : never
    : never
  : never

type OfKind<K extends Kind> = {
  [N in OperationName]: Find<N>['kind'] extends K ? N : never
}[OperationName]

export type QueryName = OfKind<'query'>
export type CommandName = OfKind<'command'>
export type JobName = OfKind<'job'>
export type FileName = OfKind<'file'>

/** What a caller passes to an operation. */
export type Input<N extends OperationName> = CallInputOf<Find<N>>
/** What an operation answers; for a job, what its result is. */
export type Answer<N extends OperationName> = AnswerOf<Find<N>>
/** What a call answers at once; for a job, its id. */
export type AtOnce<N extends OperationName> = ReplyOf<Find<N>>
