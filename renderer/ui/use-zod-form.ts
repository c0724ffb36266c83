import { zodResolver } from '@hookform/resolvers/zod'
import {
  type DefaultValues,
  type FieldValues,
  get,
  type Path,
  type UseFormReturn,
  useForm,
} from 'react-hook-form'
import type { z } from 'zod'
import { ApiError } from '../api/api-error.ts'
import { wordedParse } from './form-words.ts'

/** A schema of named fields, as operations take them. */
export type FormSchema<V extends FieldValues, O> = z.ZodType<O, V>

/** A form whose rule is the schema of the operation it calls. Inputs stay uncontrolled: see traps of typing. */
export function useZodForm<V extends FieldValues, O extends FieldValues>(
  schema: FormSchema<V, O>,
  defaultValues: DefaultValues<V>,
): UseFormReturn<V, unknown, O> {
  return useForm<V, unknown, O>({
    resolver: zodResolver(schema, wordedParse),
    defaultValues,
    mode: 'onTouched',
    shouldFocusError: true,
  })
}

/**
 * Remembers what stands in a form that is about to be saved. Called once it is saved, the form counts as unchanged,
 * unless something was typed meanwhile.
 */
export function beforeSaving<V extends FieldValues, O>(form: UseFormReturn<V, unknown, O>): () => void {
  const sent = structuredClone(form.getValues())
  return () => {
    const keepDirty = JSON.stringify(form.getValues()) !== JSON.stringify(sent)
    form.reset(sent, { keepValues: true, keepDirty })
  }
}

/** Puts the core's messages beside their fields; answers what belongs to no field of this form. */
export function showRefusal<V extends FieldValues, O>(
  form: UseFormReturn<V, unknown, O>,
  error: unknown,
): unknown {
  if (!(error instanceof ApiError)) return error
  const values = form.getValues()
  let placed = 0
  const all = Object.entries(error.fields)
  for (const [path, message] of all) {
    const name = nameIn(values, path)
    if (name === null) continue
    // `nameIn` found the path among this form's values
    form.setError(name as Path<V>, { type: 'core', message }, { shouldFocus: placed === 0 })
    placed += 1
  }
  return all.length > 0 && placed === all.length ? null : error
}

/** `facts.fullName` of the operation's input may be `fullName` in the form. */
function nameIn(values: unknown, path: string): string | null {
  const parts = path.split('.')
  for (let skip = 0; skip < parts.length; skip += 1) {
    const name = parts.slice(skip).join('.')
    if (get(values, name) !== undefined) return name
  }
  return null
}
