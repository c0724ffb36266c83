import type { Arguments, OptionName } from './arguments.ts'
import { assertHasFile, type Desk, noData, openDesk } from './desk.ts'
import { bench } from './verbs/bench.ts'
import { backup, call, restore, verify } from './verbs/care.ts'
import { fill, forms } from './verbs/forms.ts'
import { importList, list } from './verbs/register.ts'
import { checkFile, figures, report, reports, target } from './verbs/reports.ts'
import { routine } from './verbs/routine.ts'
import { serve } from './verbs/serve.ts'
import { demo, init } from './verbs/set-up.ts'

/** What a verb answers: one JSON document, the same for a person, and its exit status when not 0. */
export type Answer = { readonly json: unknown; readonly text: string; readonly status?: number }
type Work = (desk: Desk, args: Arguments) => Promise<Answer>
export type Verb = {
  run(args: Arguments): Promise<Answer>
  /** Its own options, beside the common ones. */
  readonly takes: readonly OptionName[]
}

/** Opens the folder, does the work, and lets the folder go whatever happens. */
const onAnyFolder = (work: Work, ...takes: readonly OptionName[]): Verb => ({
  takes,
  run: async args => {
    const desk = await openDesk(args)
    try {
      return await work(desk, args)
    } finally {
      await desk.close()
    }
  },
})

/** The same for verbs that need a department: a mistyped folder must not become a new one. */
const onDesk = (work: Work, ...takes: readonly OptionName[]): Verb => {
  const verb = onAnyFolder(
    async (desk, args) => {
      if (!(await desk.call('setup.state', {})).ready) throw noData(desk.folder)
      return work(desk, args)
    },
    ...takes,
  )
  return {
    takes,
    run: async args => {
      assertHasFile(args)
      return verb.run(args)
    },
  }
}

const period = ['kind', 'period', 'from', 'to'] as const

export const verbs: Readonly<Record<string, Verb>> = {
  init: onAnyFolder(init, 'province', 'catalogue', 'year', 'admin'),
  demo: onAnyFolder(demo, 'size'),
  import: onDesk(importList, 'dry-run', 'profile', 'sheet', 'errors'),
  list: onDesk(list, 'query', 'status', 'limit', 'after'),
  figures: onDesk(figures, ...period, 'unit'),
  target: onDesk(target, 'year', 'as-of'),
  report: onDesk(report, ...period, 'out'),
  reports: onDesk(reports),
  routine: onDesk(routine, 'kind', 'period', 'out'),
  forms: onDesk(forms),
  fill: onDesk(fill, ...period, 'out'),
  'check-file': onDesk(checkFile),
  backup: onDesk(backup, 'to'),
  restore: { run: restore, takes: [] },
  verify: onDesk(verify),
  call: onAnyFolder(call),
  serve: { run: serve, takes: ['port', 'no-open'] },
  bench: { run: bench, takes: ['size'] },
}

export const usage = `Cách dùng: npm run -s gplx -- LỆNH [tham số] [--data THƯ_MỤC] [--json] [--as TÀI_KHOẢN]
  init --province MÃ --year NĂM --admin TÊN     lập thư mục dữ liệu mới (mật khẩu: GPLX_PASSWORD hoặc đầu vào chuẩn)
  demo [--size N]                               thư mục dữ liệu mẫu
  import TỆP [--dry-run] [--profile TÊN] [--sheet TÊN] [--errors TỆP.xlsx]
  list [--query CHỮ] [--status N] [--limit N] [--after VỊ_TRÍ]
  figures --kind day|week|month|quarter|half|year --period MÃ | --from NGÀY --to NGÀY [--unit licences]
  target --year NĂM [--as-of NGÀY]
  reports · report TÊN --kind … --period MÃ --out TỆP.xlsx
  routine --kind … --period MÃ --out THƯ_MỤC     những chỗ cần xem lại, rồi ghi mọi báo cáo của kỳ vào thư mục
  forms · fill SỐ_BIỂU_MẪU --kind … --period MÃ --out TỆP.xlsx
  check-file TỆP.xlsx                           khớp hay không, từng ô khác với khi xuất (trạng thái thoát 1: không đọc được)
  backup [--to THƯ_MỤC] · restore TỆP.db        bản sao được kiểm tra; lấy lại dữ liệu từ bản sao, giữ lại dữ liệu đang có
  verify · serve [--port N] [--no-open] · call TÊN JSON · bench [--size N]`
