import { parseArgs } from 'node:util'

/** Wrong usage: exit status 2. The message is for a person at a terminal, in Vietnamese. */
export class UsageError extends Error {}

const options = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  as: { type: 'string' },
  province: { type: 'string' },
  catalogue: { type: 'string' },
  year: { type: 'string' },
  admin: { type: 'string' },
  size: { type: 'string' },
  'dry-run': { type: 'boolean' },
  profile: { type: 'string' },
  sheet: { type: 'string' },
  errors: { type: 'string' },
  kind: { type: 'string' },
  period: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  unit: { type: 'string' },
  'as-of': { type: 'string' },
  out: { type: 'string' },
  query: { type: 'string' },
  status: { type: 'string', multiple: true },
  limit: { type: 'string' },
  after: { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
} as const

export type Arguments = {
  readonly verb: string
  readonly words: readonly string[]
  text(name: keyof typeof options): string | undefined
  required(name: keyof typeof options): string
  whole(name: keyof typeof options): number | undefined
  flag(name: 'json' | 'dry-run' | 'no-open'): boolean
  list(name: 'status'): readonly string[]
}

/** Reads the words after `gplx`; throws `UsageError`. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv)
  const [verb, ...words] = positionals
  if (verb === undefined) throw new UsageError('Thiếu tên lệnh.')
  const text = (name: keyof typeof options) => {
    const value = values[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    verb,
    words,
    text,
    required: name => {
      const value = text(name)
      if (value === undefined) throw new UsageError(`Lệnh ${verb} cần --${name}.`)
      return value
    },
    whole: name => {
      const value = text(name)
      if (value === undefined) return undefined
      if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${name} phải là số nguyên.`)
      return Number(value)
    },
    flag: name => values[name] === true,
    list: name => values[name] ?? [],
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(`Không hiểu tham số: ${error instanceof Error ? error.message : ''}`)
  }
}
