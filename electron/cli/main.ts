import { AppError } from '../core/errors.ts'
import { readArguments, UsageError } from './arguments.ts'
import { usage, verbs } from './verbs.ts'

/** `gplx VERB …`: exit status 0 done · 1 refused · 2 wrong usage · 3 an unexpected failure (cli.md). */
async function run(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json')
  try {
    if (argv.includes('--help')) {
      print(usage)
      return 0
    }
    const args = readArguments(argv)
    const verb = Object.hasOwn(verbs, args.verb) ? verbs[args.verb] : undefined
    if (verb === undefined) throw new UsageError(`Không có lệnh “${args.verb}”.`)
    args.assertTakes(verb.takes)
    const answer = await verb.run(args)
    if (json && answer.json !== undefined) print(JSON.stringify(answer.json, null, 2))
    else if (answer.text !== '') print(answer.text)
    return answer.status ?? 0
  } catch (error) {
    if (error instanceof UsageError) {
      if (json) print(JSON.stringify({ ok: false, error: { code: 'invalid', message: error.message } }))
      warn(`${error.message}\n${usage}`)
      return 2
    }
    const refusal = error instanceof AppError ? error.toReply() : undefined
    const reply = refusal ?? {
      code: 'unexpected' as const,
      message: 'Ứng dụng gặp lỗi ngoài dự kiến, dữ liệu không bị thay đổi.',
    }
    if (json) print(JSON.stringify({ ok: false, error: reply }))
    warn(reply.message)
    if (refusal === undefined && process.env.GPLX_DEBUG !== undefined)
      warn(String(error instanceof Error ? error.stack : error))
    return reply.code === 'unexpected' ? 3 : 1
  }
}

const print = (line: string) => process.stdout.write(`${line}\n`)
const warn = (line: string) => process.stderr.write(`${line}\n`)

// A reader that has seen enough (`| head`) closes the pipe: no reason to fail.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await run(process.argv.slice(2))
