import type { ApplicationRow } from '../../electron/core/applications/contract.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { Icon } from '../ui/icon.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { showNumber } from '../ui/number-text.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import './search.css'

export type Entry =
  | { readonly kind: 'file'; readonly row: ApplicationRow }
  | { readonly kind: 'recent'; readonly words: string }

export const entryKey = (entry: Entry): string =>
  entry.kind === 'file' ? `file ${entry.row.id}` : `recent ${entry.words}`

type SearchListProps = {
  readonly id: string
  readonly entries: readonly Entry[]
  readonly active: number
  readonly text: string
  readonly waiting: boolean
  readonly total: number | null | undefined
  readonly onChoose: (entry: Entry) => void
  readonly onAll: () => void
}

/** Files found while typing, and what was searched for before. */
export function SearchList({ id, entries, active, text, waiting, total, onChoose, onAll }: SearchListProps) {
  const none = text !== '' && !waiting && entries.every(({ kind }) => kind === 'recent')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the focus in the box while the pointer chooses
    <div className="g-found" role="presentation" onMouseDown={event => event.preventDefault()}>
      <div id={`${id}-list`} role="listbox" aria-label="Hồ sơ tìm thấy">
        {entries.map((entry, at) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the search box has the focus and names the active line
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search box hears the keys
          <div
            key={entryKey(entry)}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            className="g-found-line"
            onClick={() => onChoose(entry)}
          >
            {entry.kind === 'file' ? <FileLine row={entry.row} /> : <RecentLine words={entry.words} />}
          </div>
        ))}
      </div>
      <div className="g-found-foot">
        {none ? (
          'Không có hồ sơ nào khớp. Thử ít chữ hơn; gõ không dấu cũng tìm được.'
        ) : text === '' ? (
          <span>
            Mã hồ sơ, họ tên, CCCD, điện thoại, số GPLX, mã bưu gửi; gõ các phần theo thứ tự bất kỳ.
          </span>
        ) : (
          <button type="button" tabIndex={-1} onClick={onAll}>
            {total === undefined ? 'Xem trong sổ' : `Xem ${countWords(total)} trong sổ`}{' '}
            <KeyHint keys="Enter" />
          </button>
        )}
      </div>
    </div>
  )
}

const countWords = (total: number | null) =>
  total === null ? 'hơn 10.000 hồ sơ' : `${showNumber(total)} hồ sơ`

function FileLine({ row }: { readonly row: ApplicationRow }) {
  return (
    <>
      <span className="g-found-name">{row.fullName}</span>
      <span className="g-found-code g-tabular">{row.dossierCode}</span>
      <span className="g-found-day g-tabular">{showDay(row.registeredDay)}</span>
      <span className="g-found-state">
        <StatusBadge status={row.status} />
      </span>
    </>
  )
}

function RecentLine({ words }: { readonly words: string }) {
  return (
    <>
      <Icon name="history" />
      <span className="g-found-name">{words}</span>
      <span className="g-soft">đã tìm</span>
    </>
  )
}
