import type { Arguments } from './arguments.ts'
import { type Desk, openDesk } from './desk.ts'
import { bench } from './verbs/bench.ts'
import { backup, call, verify } from './verbs/care.ts'
import { importList, list } from './verbs/register.ts'
import { checkFile, figures, report, reports, target } from './verbs/reports.ts'
import { serve } from './verbs/serve.ts'
import { demo, init } from './verbs/set-up.ts'

/** What a verb answers: one JSON document, the same for a person, and its exit status when not 0. */
export type Answer = { readonly json: unknown; readonly text: string; readonly status?: number }
export type Verb = (args: Arguments) => Promise<Answer>

/** Opens the folder, does the work, and lets the folder go whatever happens. */
const onDesk = (work: (desk: Desk, args: Arguments) => Promise<Answer>): Verb => {
  return async args => {
    const desk = await openDesk(args)
    try {
      return await work(desk, args)
    } finally {
      await desk.close()
    }
  }
}

export const verbs: Readonly<Record<string, Verb | undefined>> = {
  init: onDesk(init),
  demo: onDesk(demo),
  import: onDesk(importList),
  list: onDesk(list),
  figures: onDesk(figures),
  target: onDesk(target),
  report: onDesk(report),
  reports: onDesk(reports),
  'check-file': onDesk(checkFile),
  backup: onDesk(backup),
  verify: onDesk(verify),
  call: onDesk(call),
  serve,
  bench,
}

export const usage = `Cách dùng: npm run -s gplx -- LỆNH [tham số] [--data THƯ_MỤC] [--json] [--as TÀI_KHOẢN]
  init --province MÃ --year NĂM --admin TÊN     lập thư mục dữ liệu mới (mật khẩu: GPLX_PASSWORD hoặc đầu vào chuẩn)
  demo [--size N]                               thư mục dữ liệu mẫu
  import TỆP [--dry-run] [--profile TÊN] [--sheet TÊN] [--errors TỆP.xlsx]
  list [--query CHỮ] [--status N] [--limit N] [--after VỊ_TRÍ]
  figures --kind day|week|month|quarter|half|year --period MÃ | --from NGÀY --to NGÀY [--unit licences]
  target --year NĂM [--as-of NGÀY]
  reports · report TÊN --kind … --period MÃ --out TỆP.xlsx
  check-file TỆP.xlsx                           khớp hay không, từng ô khác với khi xuất (trạng thái thoát 1: không đọc được)
  backup · verify · serve [--port N] [--no-open] · call TÊN JSON · bench [--size N]`
