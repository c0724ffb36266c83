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
  help: { type: 'boolean' },
} as const

export type OptionName = keyof typeof options

/** Those that every verb takes. */
const common: readonly OptionName[] = ['data', 'json', 'as', 'help']

export type Arguments = {
  readonly verb: string
  readonly words: readonly string[]
  text(name: OptionName): string | undefined
  required(name: OptionName): string
  whole(name: OptionName): number | undefined
  flag(name: 'json' | 'dry-run' | 'no-open'): boolean
  list(name: 'status'): readonly string[]
  /** Throws `UsageError` for an option the verb would pass over in silence. */
  assertTakes(names: readonly OptionName[]): void
}

/** Reads the words after `gplx`; throws `UsageError`. */
export function readArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv)
  const [verb, ...words] = positionals
  if (verb === undefined) throw new UsageError('Thiếu tên lệnh.')
  const text = (name: OptionName) => {
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
    assertTakes: names => {
      const other = Object.keys(values).find(name => ![...common, ...names].some(one => one === name))
      if (other !== undefined) throw new UsageError(`Lệnh ${verb} không dùng --${other}.`)
    },
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(badOption(error))
  }
}

/** Node says it in English, with the option first in quotes: `Option '--query <value>' argument missing`. */
function badOption(error: unknown): string {
  const option =
    /'[^']*?(?<name>-[^\s'<=]*)/.exec(error instanceof Error ? error.message : '')?.groups?.name ?? ''
  const unknown = error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
  return unknown ? `Không có tham số ${option}.` : `Tham số ${option} cần một giá trị.`
}
