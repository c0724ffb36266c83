import type { z } from 'zod'

/** One thing a person fills in: its label (form, Excel heading, import column, audit) and its rule. */
export type Field<R extends z.ZodType = z.ZodType> = { readonly label: string; readonly rule: R }

/** Declares a field; `label` is what the user sees everywhere this thing is named. */
export function field<R extends z.ZodType>(label: string, rule: R): Field<R> {
  return { label, rule }
}

/** The zod shape of a table of fields. */
export type ShapeOf<F extends Readonly<Record<string, Field>>> = { [K in keyof F]: F[K]['rule'] }

/** Turns a table of fields into the shape of a zod object. */
export function shapeOf<F extends Readonly<Record<string, Field>>>(fields: F): ShapeOf<F> {
  // `fromEntries` forgets the names; the shape has exactly the keys of `fields`.
  return Object.fromEntries(Object.entries(fields).map(([name, { rule }]) => [name, rule])) as ShapeOf<F>
}
