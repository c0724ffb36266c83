import type { Operations } from '../context.ts'
import type { batchesContract } from './contract.ts'
import { get, history } from './history.ts'
import { run } from './run.ts'
import { undo } from './undo.ts'

export const batchesOperations: Operations<typeof batchesContract> = { run, undo, get, history }
