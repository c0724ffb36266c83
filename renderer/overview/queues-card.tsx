import type { Overview } from '../../electron/core/overview/contract.ts'
import { Figure } from '../ui/figure.tsx'

/** Open files by what they wait for; each leads to its files. What hurts most stands first. */
export function QueuesCard({ queues }: { readonly queues: Overview['queues'] }) {
  const { overdue, dueSoon, waiting, inWork, paused, toReturn } = queues
  return (
    <section aria-label="Việc cần làm" className="g-figures" data-count="6">
      <Figure
        label="Quá hạn"
        value={overdue}
        icon="alert"
        tone={overdue > 0 ? 'bad' : 'neutral'}
        note="chưa có kết quả"
        href="/ho-so?deadline=overdue&order=due"
      />
      <Figure
        label="Sắp đến hạn"
        value={dueSoon}
        icon="clock"
        tone={dueSoon > 0 ? 'attention' : 'neutral'}
        note="trong 2 ngày làm việc"
        href="/ho-so?deadline=due-soon&order=due"
      />
      <Figure
        label="Chờ tiếp nhận"
        value={waiting}
        icon="inbox"
        note="mới đăng ký"
        href="/ho-so?statuses=1&order=oldest"
      />
      <Figure
        label="Đang xử lý"
        value={inWork}
        icon="gear"
        note="kể cả quá hạn"
        href="/ho-so?statuses=2,4&order=due"
      />
      <Figure
        label="Tạm dừng"
        value={paused}
        icon="file-plus"
        note="chờ bổ sung, nộp lệ phí"
        href="/ho-so?statuses=5,6&order=oldest"
      />
      <Figure
        label="Chờ trả kết quả"
        value={toReturn}
        icon="hand"
        note="đã xử lý xong"
        href="/ho-so?statuses=9&order=oldest"
      />
    </section>
  )
}
