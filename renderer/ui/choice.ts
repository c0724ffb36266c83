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
