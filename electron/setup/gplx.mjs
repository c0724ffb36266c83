import { join } from 'node:path'
import { buildOrStop, prepare, root } from './prepare.mjs'
import { run } from './run.mjs'

// npm changes to the project's folder; the files a person names are beside the person.
const cwd = process.env.npm_lifecycle_event === 'gplx' ? process.env.INIT_CWD : undefined

const node = prepare()
buildOrStop(node)
process.exitCode = await run(
  node,
  ['--no-deprecation', join(root, 'out', 'main', 'cli.js'), ...process.argv.slice(2)],
  {
    cwd: cwd ?? process.cwd(),
  },
)
