import type { Ref } from 'react'
import type { FieldLook } from './field-kit.ts'

export type Choice<T extends string | number> = {
  readonly value: T
  readonly label: string
  readonly disabled?: boolean
}

export type ChoiceLook<T extends string | number> = FieldLook & {
  readonly choices: readonly Choice<T>[]
  /** The line for "nothing chosen"; without it one must be chosen. */
  readonly none?: string
  /** Type to find, with or without marks; by default for more than 12 choices. */
  readonly search?: boolean
}

/** In a form, where a value may have been saved before it ceased to be offered. */
export type ChoiceSaved<T extends string | number> = {
  /** Words for a value that is no longer offered: with them it stands among the choices instead of looking like none. */
  readonly gone?: (value: T) => string
}

/** The choices and, after them, each of `values` that is a value and none of theirs. */
export function withGone<T extends string | number>(
  choices: readonly Choice<T>[],
  values: readonly (T | null)[],
  gone: (value: T) => string,
): readonly Choice<T>[] {
  const offered = new Set(choices.map(({ value }) => value))
  const others = new Set(values.filter((value): value is T => value !== null && !offered.has(value)))
  return [...choices, ...[...others].map(value => ({ value, label: gone(value) }))]
}

/** A choice of its own, outside a form. */
export type ChoiceAlone<T extends string | number> = {
  readonly value: T | null
  readonly onChange: (value: T | null) => void
  readonly error?: string | undefined
  /** Takes the focus when the form finds the choice missing. */
  readonly handle?: Ref<{ focus: () => void }>
}

export type ChoiceInputProps<T extends string | number> = ChoiceLook<T> &
  ChoiceAlone<T> & {
    readonly onLeave?: () => void
  }
