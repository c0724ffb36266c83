import { AppError } from '../../electron/core/errors.ts'
import { start } from '../../electron/core/start.ts'

/**
 * A host as a process of its own: opens the folder, says `ready`, leaves a job running in its name, and closes
 * when its input ends. It is killed in some tests.
 */
const [, , folder, host] = process.argv
try {
  const started = await start({ host: host === 'cli' ? 'cli' : 'web', data: folder })
  started.database.atomically(db =>
    db.run(
      `INSERT INTO jobs (id, operation, actor_name, host, process_id, state, created_at)
       VALUES (:id, 'imports.apply', 'Thử nghiệm', 'web', :process, 'running', '2023-09-25T08:00:00+07:00')`,
      { id: `job-of-${process.pid}`, process: process.pid },
    ),
  )
  process.stdout.write('ready\n')
  process.stdin.resume().on('end', () => void started.close())
} catch (error) {
  process.stdout.write(error instanceof AppError ? `${error.code}: ${error.message}\n` : 'crashed\n')
  process.exitCode = 1
}
