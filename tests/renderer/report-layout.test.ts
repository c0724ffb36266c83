import { expect, test } from 'vitest'
import { a4Landscape, type Column } from '../../electron/core/reports/report.ts'
import { placeCells, placeHeadings, textScale } from '../../renderer/print/table-layout.ts'

const columns: readonly Column[] = [
  { align: 'center', format: 'integer' },
  { align: 'left', format: 'text', span: 3 },
  { align: 'right', format: 'integer' },
  { align: 'right', format: 'integer' },
]

test('headings below a tall one begin in the first column it leaves free', () => {
  const placed = placeHeadings(
    [
      [
        { text: 'TT', rowSpan: 2 },
        { text: 'Tên', rowSpan: 2 },
        { text: 'Số', colSpan: 2 },
      ],
      [{ text: 'a' }, { text: 'b' }],
      [{ text: '(1)' }, { text: '(2)' }, { text: '(3)' }, { text: '(4)' }],
    ],
    columns,
  )
  const told = placed.map(row => row.map(({ heading, column, gridSpan }) => [heading.text, column, gridSpan]))
  expect(told).toEqual([
    [
      ['TT', 0, 1],
      ['Tên', 1, 3],
      ['Số', 2, 2],
    ],
    [
      ['a', 2, 1],
      ['b', 3, 1],
    ],
    [
      ['(1)', 0, 1],
      ['(2)', 1, 3],
      ['(3)', 2, 1],
      ['(4)', 3, 1],
    ],
  ])
})

test('a cell over several columns takes their places on the grid', () => {
  const row = { kind: 'normal', cells: [{ value: 'x', colSpan: 2 }, { value: 1 }, { value: 2 }] } as const
  expect(placeCells(row, columns).map(({ at, gridSpan }) => [at, gridSpan])).toEqual([
    [0, 4],
    [2, 1],
    [3, 1],
  ])
})

test('letters shrink as the workbook does when the columns are wider than the page, and never grow', () => {
  // 9,92 inches lie between the margins: 119 units of 6 points
  expect(textScale([60, 59], a4Landscape)).toBe(1)
  expect(textScale([20], a4Landscape)).toBe(1)
  expect(textScale([60, 60, 60], a4Landscape)).toBeCloseTo(119.04 / 180)
})
