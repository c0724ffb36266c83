import { setTimeout as wait } from 'node:timers/promises'
import type { JobContext } from '../../electron/core/context.ts'
import { AppError } from '../../electron/core/errors.ts'

type Steps = { readonly steps: number; readonly pause: number }

/** Stand-ins for the core's long work, so that a test of the thread depends on no feature. */
export function createOperations() {
  const slow = async (context: JobContext, { steps, pause }: Steps) => {
    const began = Date.now()
    for (let step = 1; step <= steps; step += 1) {
      context.checkCancelled()
      context.progress(step, steps, `Bước ${step}`)
      await wait(pause)
    }
    return { steps, began, ended: Date.now() }
  }
  return {
    imports: { slow },
    test: {
      slow,
      /** Uses the whole thread, as reading a large list does. */
      spin: (_: JobContext, { pause }: Steps) => {
        const end = Date.now() + pause
        while (Date.now() < end);
        return { spun: true }
      },
      /** Writes, keeps a file, and only then hears that it should stop. */
      halfway: async (context: JobContext, { pause }: Steps) => {
        context.keepFile({ name: 'nua-chung.txt', bytes: new Uint8Array([1]) })
        context.progress(1, 2, 'Đang ghi')
        await wait(pause)
        context.write(({ db, audit }) => {
          db.run("INSERT INTO teams (name) VALUES ('Tổ chưa xong')")
          audit({ subject: 'team', changes: {} })
          context.checkCancelled()
        })
        return {}
      },
      writes: (context: JobContext, { name }: { name: string }) => {
        context.write(({ db, audit }) => {
          db.run('INSERT INTO teams (name) VALUES (:name)', { name })
          audit({ subject: 'team', changes: { Tên: [null, name] } })
        })
        context.keepFile({ name: 'ket-qua.txt', bytes: new TextEncoder().encode(name) })
        return { name }
      },
      /** Has much to do after what it wrote stands; with `dies` its thread ends there. */
      lingers: async (context: JobContext, { pause, dies }: Steps & { dies?: boolean }) => {
        context.write(({ db, audit }) => {
          db.run("INSERT INTO teams (name) VALUES ('Tổ đã ghi')")
          audit({ subject: 'team', changes: {} })
        })
        context.progress(1, 2, 'Đã ghi')
        await wait(pause)
        if (dies === true) process.exit(9)
        return { lingered: true }
      },
      refuses: () => {
        throw new AppError('conflict', 'Danh sách này đã nhập. Chọn danh sách khác.')
      },
      throws: () => {
        throw new Error('nobody foresaw this')
      },
      /** Ends the thread from inside, in the middle of a transaction. */
      dies: (context: JobContext) => {
        context.write(({ db }) => {
          db.run("INSERT INTO teams (name) VALUES ('Tổ dở dang')")
          process.exit(9)
        })
        return {}
      },
    },
  }
}
