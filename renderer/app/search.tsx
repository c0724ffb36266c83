import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { useAsk } from '../api/use-query.ts'
import { quiet } from '../ui/field-kit.ts'
import { Icon } from '../ui/icon.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { isComposing } from '../ui/keys.ts'
import { recentFor } from './recent-searches.ts'
import { bestFirst } from './search-hits.ts'
import { type Entry, entryKey, SearchList } from './search-list.tsx'
import { useFind } from './use-find.ts'
import { useScanner } from './use-scanner.ts'

const pauseMs = 80
const shown = 8

/**
 * The one search box, reached by Ctrl+K. What is typed is only read (input methods retype), nothing is chosen
 * beforehand: Enter opens the register, ↓ and Enter open a file.
 */
export function Search({ search }: { readonly search: Ref<HTMLInputElement> }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [text, setText] = useState('')
  const [opened, setOpened] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const find = useFind()
  useScanner(find.openCode)
  // the shell puts the cursor here on Ctrl+K
  useImperativeHandle(search, () => input.current as HTMLInputElement, []) // it stands as long as the window
  useEffect(() => () => clearTimeout(timer.current), [])
  const asked = useAsk(
    'applications.list',
    { text, limit: 20 },
    { enabled: opened && text !== '', keep: true },
  )
  const hits = text === '' || asked.data === undefined ? [] : bestFirst(asked.data.rows, text).slice(0, shown)
  const recent = recentFor(find.recent, text).slice(0, text === '' ? shown : 3)
  const entries: readonly Entry[] = [
    ...hits.map(row => ({ kind: 'file', row }) as const),
    ...recent.map(words => ({ kind: 'recent', words }) as const),
  ]
  // by what it is, not by its place: the list may change between two keys
  const active = entries.findIndex(entry => entryKey(entry) === chosen)
  const typed = () => input.current?.value.trim() ?? ''
  const leave = () => {
    clearTimeout(timer.current)
    setOpened(false)
    setChosen(null)
    input.current?.blur()
  }
  const searchFor = (words: string) => {
    leave()
    if (input.current !== null) input.current.value = ''
    setText('')
    find.search(words)
  }
  const choose = (entry: Entry) => {
    if (entry.kind === 'recent') return searchFor(entry.words)
    const words = typed()
    leave()
    if (input.current !== null) input.current.value = ''
    setText('')
    find.openFile(words === '' ? entry.row.dossierCode : words, entry.row.id)
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0 && entries.length > 0) {
      event.preventDefault()
      setOpened(true)
      const next = entries[Math.min(entries.length - 1, active + by)]
      setChosen(next === undefined ? null : entryKey(next))
    } else if (event.key === 'Enter') {
      const entry = entries[active]
      if (opened && entry !== undefined) choose(entry)
      else if (typed() !== '') searchFor(typed())
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      event.currentTarget.value = ''
      setText('')
      leave()
    }
  }
  const open = opened && (entries.length > 0 || text !== '')
  return (
    <search className="g-top-search">
      <span className="g-top-search-icon">
        <Icon name="search" />
      </span>
      <input
        {...quiet}
        ref={input}
        type="search"
        role="combobox"
        aria-label="Tìm hồ sơ"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(open && active >= 0 ? { 'aria-activedescendant': `${id}-${active}` } : {})}
        placeholder="Tìm mã hồ sơ, họ tên, CCCD, điện thoại"
        onFocus={() => setOpened(true)}
        onBlur={() => setOpened(false)}
        onChange={() => {
          clearTimeout(timer.current)
          timer.current = setTimeout(() => {
            setText(typed())
            setChosen(null)
            setOpened(true)
          }, pauseMs)
        }}
        onKeyDown={press}
      />
      <KeyHint keys="Ctrl+K" />
      {open ? (
        <SearchList
          id={id}
          entries={entries}
          active={active}
          text={text}
          waiting={asked.isFetching}
          total={text === '' || asked.isPlaceholderData ? undefined : asked.data?.total}
          onChoose={choose}
          onAll={() => searchFor(typed())}
        />
      ) : null}
    </search>
  )
}
