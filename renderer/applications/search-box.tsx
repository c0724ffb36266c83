import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { quiet } from '../ui/field-kit.ts'
import { Icon } from '../ui/icon.tsx'
import { isComposing } from '../ui/keys.ts'

const pauseMs = 250

type SearchBoxProps = { readonly value: string; readonly onSearch: (text: string) => void }

/** Uncontrolled: what is typed is only read, after a short pause, and never written back while typing. */
export function SearchBox({ value, onSearch }: SearchBoxProps) {
  const input = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const told = useRef(value)
  useEffect(() => {
    // the address changed from elsewhere (back, a removed chip): only then may the field be filled
    if (value === told.current) return
    told.current = value
    if (input.current !== null) input.current.value = value
  }, [value])
  useEffect(() => () => clearTimeout(timer.current), [])
  const tell = () => {
    clearTimeout(timer.current)
    const text = input.current?.value.trim() ?? ''
    if (text === told.current) return
    told.current = text
    onSearch(text)
  }
  return (
    <TextInput
      {...quiet}
      ref={input}
      className="app-search"
      aria-label="Tìm trong danh sách"
      placeholder="Mã hồ sơ, họ tên, CCCD, điện thoại, số GPLX"
      defaultValue={value}
      leftSection={<Icon name="search" />}
      onChange={() => {
        clearTimeout(timer.current)
        timer.current = setTimeout(tell, pauseMs)
      }}
      onKeyDown={event => {
        if (event.key === 'Enter' && !isComposing(event)) tell()
      }}
    />
  )
}
