import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useEffect, useImperativeHandle, useRef, useState } from 'react'
import { fold } from '../../electron/core/vietnamese.ts'
import type { Choice, ChoiceInputProps } from './choice.ts'
import { lookOf, quiet } from './field-kit.ts'
import { Icon } from './icon.tsx'
import { isComposing } from './keys.ts'

const shownAtMost = 100

function matching<T extends string | number>(
  choices: readonly Choice<T>[],
  typed: string,
): readonly Choice<T>[] {
  const words = fold(typed)
    .split(' ')
    .filter(word => word !== '')
  return choices.filter(choice => {
    const label = fold(choice.label)
    return words.every(word => label.includes(word))
  })
}

/** Type to find, ↓ and Enter to choose. Nothing is chosen beforehand and nothing typed is completed in place. */
export function SearchChoice<T extends string | number>(props: ChoiceInputProps<T>) {
  const { choices, none, value, onChange, onLeave, handle, error } = props
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() })
  const label = choices.find(choice => choice.value === value)?.label ?? ''
  useImperativeHandle(handle, () => ({ focus: () => input.current?.focus() }), [])
  useEffect(() => {
    if (typed === null && input.current !== null) input.current.value = label
  }, [label, typed])

  const shown = typed === null ? choices : matching(choices, typed)
  const settle = (next: T | null) => {
    setTyped(null)
    if (input.current !== null)
      input.current.value = choices.find(choice => choice.value === next)?.label ?? ''
    if (next !== value) onChange(next)
    list.closeDropdown()
  }
  const leave = () => {
    if (typed !== null) {
      const only = shown.length === 1 ? shown[0]?.value : undefined
      if (typed.trim() === '' && none !== undefined) settle(null)
      else settle(typed.trim() === '' || only === undefined ? value : only)
    }
    list.closeDropdown()
    onLeave?.()
  }
  return (
    <Combobox
      store={list}
      onOptionSubmit={text => settle(choices.find(choice => String(choice.value) === text)?.value ?? null)}
    >
      <Combobox.Target>
        <TextInput
          placeholder={none ?? 'Gõ để tìm'}
          {...quiet}
          {...lookOf(props)}
          ref={input}
          error={error}
          defaultValue={label}
          rightSection={<Icon name="down" />}
          rightSectionPointerEvents="none"
          onClick={() => list.openDropdown()}
          onFocus={event => event.currentTarget.select()}
          onChange={event => {
            setTyped(event.currentTarget.value)
            list.resetSelectedOption()
            list.openDropdown()
          }}
          onBlur={leave}
          onKeyDown={event => {
            // with the list open, Enter chooses and Escape closes; neither may reach the form or the page
            if (isComposing(event) || !list.dropdownOpened) return
            if (event.key === 'Escape') event.stopPropagation()
            if (event.key === 'Enter' && list.getSelectedOptionIndex() >= 0) event.preventDefault()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} className="g-options">
          {none !== undefined && typed === null ? <Combobox.Option value="">{none}</Combobox.Option> : null}
          {shown.slice(0, shownAtMost).map(choice => (
            <Combobox.Option
              key={choice.value}
              value={String(choice.value)}
              disabled={choice.disabled ?? false}
            >
              {choice.label}
            </Combobox.Option>
          ))}
          {shown.length === 0 ? <Combobox.Empty>Không có mục nào khớp.</Combobox.Empty> : null}
          {shown.length > shownAtMost ? <Combobox.Empty>Gõ thêm để thu hẹp danh sách.</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
