import { once } from 'node:events'
import { start } from '../../core/start.ts'
import { serve as serveScreens } from '../../web/server.ts'
import type { Arguments } from '../arguments.ts'
import type { Answer } from '../verbs.ts'

/** The browser host, until Ctrl+C; prints its address with the one-time key. */
export async function serve(args: Arguments): Promise<Answer> {
  const started = await start({
    host: 'web',
    data: args.text('data'),
    threadFile: new URL('./thread.js', import.meta.url),
  })
  try {
    const serving = await serveScreens({
      app: started.app,
      screens: new URL('../renderer/', import.meta.url),
      port: args.whole('port') ?? 0,
      log: started.log,
    })
    process.stdout.write(
      `${args.flag('json') ? JSON.stringify({ address: serving.address }) : serving.address}\n`,
    )
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
    await serving.close()
    // The address was the one document asked for.
    return { json: undefined, text: '' }
  } finally {
    await started.close()
  }
}
