import { describe, expect, test } from 'vitest'
import { isComposing, keyName } from '../../renderer/ui/keys.ts'
import { stepRow } from '../../renderer/ui/row-step.ts'

const press = (key: string, more: object = {}) => ({
  key,
  keyCode: 0,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...more,
})

describe('keys while an input method is at work', () => {
  test('a composing key is known by either sign, in the browser and in React', () => {
    expect(isComposing(press('Enter', { isComposing: true }))).toBe(true)
    expect(isComposing(press('Enter', { keyCode: 229 }))).toBe(true)
    expect(isComposing(press('Enter', { nativeEvent: { isComposing: true } }))).toBe(true)
    expect(isComposing(press('Enter', { keyCode: 13 }))).toBe(false)
  })
})

test('a shortcut is written as it is shown', () => {
  expect(keyName(press('k', { ctrlKey: true }))).toBe('Ctrl+K')
  expect(keyName(press('1', { altKey: true }))).toBe('Alt+1')
  expect(keyName(press('F1'))).toBe('F1')
  expect(keyName(press('Enter', { ctrlKey: true }))).toBe('Ctrl+Enter')
  expect(keyName(press('Tab', { shiftKey: true }))).toBe('Shift+Tab')
})

describe('keys in a list', () => {
  test.each([
    ['ArrowDown', 4, 5],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 0, 0],
    ['PageDown', 4, 14],
    ['PageUp', 4, 0],
    ['Home', 50, 0],
    ['End', 4, 99],
  ])('%s leads from row %i to row %i of a hundred', (key, at, to) => {
    expect(stepRow(key, at, 100, 10)).toBe(to)
  })

  test('letters, digits and Backspace are never for the list, and an empty list hears nothing', () => {
    for (const key of ['a', '1', 'Backspace', 'Enter', ' ']) expect(stepRow(key, 0, 100, 10)).toBeNull()
    expect(stepRow('ArrowDown', 0, 0, 10)).toBeNull()
  })
})
