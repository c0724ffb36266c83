import { Link } from 'wouter'
import type { Queue, QueueName } from '../../electron/core/views/contract.ts'
import { addressOf } from '../applications/register-address.ts'
import { Count } from './count.tsx'
import { SavedViewsColumn } from './kept-lists.tsx'
import type { Views } from './use-views.ts'
import './views.css'

/** Queues where a number means that somebody waits. */
const pressing: Partial<Record<QueueName, 'bad' | 'attention'>> = { overdue: 'bad', 'due-soon': 'attention' }

/** The queues of the office with their counts: a row, or a column with the kept lists below on a large screen. */
export function QueueBar({ views }: { readonly views: Views }) {
  const { queues, here, wide } = views
  return (
    <div className="vw-bar" data-wide={wide}>
      <nav aria-label="Hàng đợi công việc">
        <ul className="vw-queues">
          {queues.map(queue => (
            <li key={queue.name}>
              <QueueLink queue={queue} here={queue.name === here} />
            </li>
          ))}
        </ul>
      </nav>
      {wide ? <SavedViewsColumn views={views} /> : null}
    </div>
  )
}

function QueueLink({ queue, here }: { readonly queue: Queue; readonly here: boolean }) {
  const tone = queue.count === 0 ? undefined : pressing[queue.name]
  return (
    <Link
      href={addressOf(queue.filter, { view: queue.name })}
      className="vw-queue"
      aria-current={here ? 'true' : undefined}
      data-tone={tone}
    >
      <span className="vw-word">{queue.label}</span> <Count count={queue.count} />
    </Link>
  )
}
