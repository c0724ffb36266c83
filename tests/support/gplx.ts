import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { testPassword } from './app.ts'
import { bundle } from './bundle.ts'
import { temporaryFolder } from './folder.ts'

export type Ended = { readonly status: number | null; readonly stdout: string; readonly stderr: string }

export type Gplx = {
  /** The bundled command line. */
  readonly path: string
  readonly environment: NodeJS.ProcessEnv
  run(...args: string[]): Ended
  /** The JSON document of a verb that must end well. */
  answer(...args: string[]): ReturnType<typeof JSON.parse>
  /** A department of its own; answers the data folder. */
  newDesk(): string
}

/** The command line as a person runs it: a process of its own. */
export async function bundledGplx(): Promise<Gplx> {
  const path = fileURLToPath(new URL('cli.js', await bundle({ cli: 'electron/cli/main.ts' })))
  const environment = { ...process.env, GPLX_PASSWORD: testPassword }
  const run = (...args: string[]): Ended => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [path, ...args], {
      env: environment,
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  }
  const answer = (...args: string[]) => {
    const { status, stdout, stderr } = run(...args, '--json')
    if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${stderr}`)
    return JSON.parse(stdout)
  }
  const newDesk = () => {
    const data = join(temporaryFolder(), 'data')
    answer('init', '--province', '91', '--year', '2023', '--admin', 'quantri', '--data', data)
    return data
  }
  return { path, environment, run, answer, newDesk }
}
