import { expect, test } from 'vitest'
import { z } from 'zod'
import { wordedParse } from '../../renderer/ui/form-words.ts'

function messageOf(rule: z.ZodType, value: unknown): string {
  const answer = rule.safeParse(value, wordedParse)
  return answer.success ? '' : (answer.error.issues[0]?.message ?? '')
}

test('a rule without words of its own still answers in Vietnamese', () => {
  expect(messageOf(z.number(), null)).toBe('Nhập mục này.')
  expect(messageOf(z.number(), 'mười')).toBe('Nội dung chưa đúng. Nhập lại.')
  expect(messageOf(z.number().min(1), 0)).toBe('Nhập số từ 1 trở lên.')
  expect(messageOf(z.number().max(60), 61)).toBe('Nhập số không quá 60.')
  expect(messageOf(z.string().min(1), '')).toBe('Nhập mục này.')
  expect(messageOf(z.string().max(3), 'dài quá')).toBe('Nội dung dài quá 3 ký tự. Rút ngắn lại.')
})

test('the words of a rule come before these', () => {
  expect(messageOf(z.string().min(1, 'Nhập tên.'), '')).toBe('Nhập tên.')
})
