import { z } from 'zod'

/** A percentage as it is typed; the core keeps basis points. */
export const percentRule = z.number().min(0).max(10_000)
