import { observable } from './observable.ts'

/** Whether the host answers; a bar says so when it does not. */
export const connection = observable<'up' | 'gone' | 'refused'>('up')
