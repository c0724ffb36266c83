import { describe, expect, test } from 'vitest'
import { draftMoment, isTyped, readDraft } from '../../renderer/applications/draft-values.ts'
import { freshForm, nextForm } from '../../renderer/applications/new-application-form.ts'
import { someFacts } from '../support/facts.ts'

const fresh = freshForm('2023-09-18')
const typed = {
  ...fresh,
  fullName: 'Nguyễn Đức Hòa',
  teamId: 3,
  registered: { day: '2023-09-15' },
  licences: 2,
}
const overJson = (value: unknown) => JSON.parse(JSON.stringify(value))

describe('a draft', () => {
  test('comes back as it was typed', () => {
    expect(readDraft(overJson({ values: typed }), fresh)).toEqual({ values: typed })
  })

  test('keeps a day that nobody can read yet, and a number that is half typed', () => {
    const half = { ...typed, registered: { day: '31/2' }, birthDay: '1' }
    expect(readDraft(overJson({ values: half }), fresh)?.values).toEqual(half)
  })

  test('of an older version leaves unknown fields out and missing ones fresh', () => {
    const { phone: _, ...older } = typed
    const kept = overJson({ values: { ...older, gone: 'x', channel: 7 } })
    expect(readDraft(kept, fresh)).toEqual({ values: { ...typed, phone: '', channel: 'direct' } })
  })

  test('of an edit remembers what it began with', () => {
    const base = { version: 4, facts: someFacts() }
    expect(readDraft(overJson({ values: typed, base }), fresh)?.base).toEqual(base)
    expect(readDraft(overJson({ values: typed, base: { version: 4, facts: {} } }), fresh)).toBeNull()
  })

  test('that is none is not offered', () => {
    for (const value of [null, 'x', [], {}, { values: null }]) expect(readDraft(value, fresh)).toBeNull()
  })

  test('is worth keeping only once something was typed', () => {
    expect(isTyped(fresh)).toBe(false)
    expect(isTyped({ ...fresh, channel: 'online', teamId: 2 })).toBe(false)
    expect(isTyped({ ...fresh, notes: ' ' })).toBe(false)
    expect(isTyped({ ...fresh, phone: '0' })).toBe(true)
  })

  test('says its time, and its day where it is not of today', () => {
    const at = '2023-09-18T14:05:09+07:00'
    expect(draftMoment(at, '2023-09-18')).toBe('14:05')
    expect(draftMoment(at, '2023-09-19')).toBe('14:05 ngày 18/09/2023')
  })
})

test('the next file of a pile keeps channel, day, team and class, and nothing of the person', () => {
  const next = nextForm(
    { ...typed, channel: 'postal', classes: 'B2', officerId: 9, phone: '0912345678' },
    '2023-09-20',
  )
  expect(next).toEqual({
    ...fresh,
    ...{ channel: 'postal', classes: 'B2', officerId: 9, teamId: 3, registered: { day: '2023-09-15' } },
  })
})
