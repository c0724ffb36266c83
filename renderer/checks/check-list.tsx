import { type KeyboardEvent, useRef, useState } from 'react'
import {
  type Check,
  type CheckItem,
  type CheckResult,
  checkLabels,
  checkResultLabels,
  checkResults,
} from '../../electron/core/checks/contract.ts'
import { messageOf } from '../api/api-error.ts'
import { useMay } from '../api/me.ts'
import { useAsk, useCommand } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { Banner, type Tone } from '../ui/banner.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { isComposing } from '../ui/keys.ts'
import { Tag } from '../ui/status-badge.tsx'
import { CheckNote } from './check-note.tsx'
import { countWords, stepOf, whoAndWhen } from './check-words.ts'
import './checks.css'

const looks: Readonly<Record<CheckResult, { readonly tone: Tone; readonly icon: IconName }>> = {
  pass: { tone: 'good', icon: 'check' },
  fail: { tone: 'bad', icon: 'ban' },
  pending: { tone: 'neutral', icon: 'clock' },
}

/** What an officer looks at before accepting: each item with its result, by whom and when. */
export function CheckList({ applicationId }: { readonly applicationId: number }) {
  const ask = useAsk('checks.list', { applicationId })
  return (
    <section className="app-part">
      <div className="app-part-head">
        <h3>Kiểm tra hồ sơ</h3>
        {ask.data === undefined ? null : <span className="app-soft">{countWords(ask.data)}</span>}
      </div>
      <Answered ask={ask}>{checks => <Checks applicationId={applicationId} checks={checks} />}</Answered>
    </section>
  )
}

/** Whose note is being written, and for which result: the answer to the click may still be on its way. */
type Noting = { readonly item: CheckItem; readonly result: CheckResult }

type ChecksProps = { readonly applicationId: number; readonly checks: readonly Check[] }

/** One tab stop: arrows go about, Enter or the space bar sets. An arrow alone decides nothing. */
function Checks({ applicationId, checks }: ChecksProps) {
  const may = useMay()('checks.set')
  const command = useCommand('checks.set')
  const grid = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const [noting, setNoting] = useState<Noting | null>(null)
  const set = (check: Check, result: CheckResult, note: string | null) =>
    command.mutate({ applicationId, item: check.item, result, note })
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const next = isComposing(event) ? null : stepOf(event.key, at, checks.length)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    setAt(next)
    grid.current?.querySelector<HTMLElement>(`[data-at="${next.row}-${next.column}"]`)?.focus()
  }
  return (
    <>
      <ul className="chk-list" ref={grid}>
        {checks.map((check, row) => (
          <li key={check.item} className="chk-row">
            <span className="chk-label">{checkLabels[check.item]}</span>
            {may ? (
              <fieldset className="chk-results" aria-label={checkLabels[check.item]}>
                {checkResults.map((result, column) => (
                  <button
                    key={result}
                    type="button"
                    className={`chk-result g-${looks[result].tone}`}
                    data-at={`${row}-${column}`}
                    tabIndex={at.row === row && at.column === column ? 0 : -1}
                    aria-pressed={check.result === result && (check.by !== null || result === 'pending')}
                    onFocus={() => setAt({ row, column })}
                    onKeyDown={press}
                    onClick={() => {
                      set(check, result, check.note)
                      setNoting(result === 'fail' ? { item: check.item, result } : null)
                    }}
                  >
                    <Icon name={looks[result].icon} size={14} />
                    {checkResultLabels[result]}
                  </button>
                ))}
              </fieldset>
            ) : (
              <Tag tone={looks[check.result].tone} icon={looks[check.result].icon}>
                {checkResultLabels[check.result]}
              </Tag>
            )}
            <CheckNote
              check={check}
              source={whoAndWhen(check)}
              may={may}
              open={noting?.item === check.item}
              onOpen={() => setNoting({ item: check.item, result: check.result })}
              onClose={() => {
                setNoting(null)
                grid.current?.querySelector<HTMLElement>(`[data-at="${row}-${at.column}"]`)?.focus()
              }}
              onNote={note => set(check, noting?.result ?? check.result, note)}
            />
          </li>
        ))}
      </ul>
      {command.error === null ? null : <Banner tone="bad">{messageOf(command.error)}</Banner>}
    </>
  )
}
