import type { Difficulty } from './kho-khan-facts.ts'
import type { Group } from './kho-khan-groups.ts'
import { type Block, type Cell, type Column, type Row, ratioOf } from './report.ts'

/** Pareto: each group's share of the files, and what it makes with those above it. */
export function summaryTable(groups: readonly Group[]): Block {
  const all = groups.reduce((sum, { affected }) => sum + affected, 0)
  const count = groups.reduce((sum, { difficulties }) => sum + difficulties.length, 0)
  let running = 0
  const rows = groups.map(({ name, difficulties, affected }, at): Row => {
    running += affected
    const cells: Cell[] = [
      { value: at + 1 },
      { value: name },
      { value: difficulties.length },
      { value: affected },
    ]
    return {
      kind: 'normal',
      cells: [...cells, { value: ratioOf(affected, all) }, { value: ratioOf(running, all) }],
    }
  })
  const total: Cell[] = [
    ...[{ value: null, none: '' }, { value: 'Tổng cộng' }, { value: count }, { value: all }],
    ...[{ value: ratioOf(all, all) }, { value: null, none: '' }],
  ]
  const titles = [
    'TT',
    'Nhóm khó khăn, vướng mắc',
    'Số khó khăn',
    'Số hồ sơ bị ảnh hưởng',
    'Tỷ trọng',
    'Lũy kế',
  ]
  return {
    kind: 'table',
    id: 'difficulty-groups',
    columns: [
      { align: 'center', format: 'integer' },
      { align: 'left', format: 'text', span: 5 },
      { align: 'right', format: 'integer', span: 1 },
      { align: 'right', format: 'integer', span: 3 },
      { align: 'right', format: 'percent', span: 2 },
      { align: 'right', format: 'percent', span: 3 },
    ],
    headings: [titles.map(text => ({ text }))],
    rows: rows.length === 0 ? [none(6)] : [...rows, { kind: 'total', cells: total }],
  }
}

/** A column of a list: its heading, and what a difficulty says there. */
export type Told = readonly [string, (difficulty: Difficulty) => string | number]

/** One table by groups: each group's name over its difficulties. */
export function listTable(id: string, groups: readonly Group[], told: readonly Told[]): Block {
  const figures = told.length === 3
  const columns: Column[] = figures
    ? [
        { align: 'left', format: 'text', span: 8 },
        { align: 'right', format: 'integer', span: 3 },
        { align: 'left', format: 'text', span: 3 },
      ]
    : [
        { align: 'left', format: 'text', span: 6 },
        { align: 'left', format: 'text', span: 8 },
      ]
  let number = 0
  const rows = groups.flatMap(({ name, difficulties }): Row[] => [
    { kind: 'group', cells: [{ value: name, format: 'text', align: 'left', colSpan: told.length + 1 }] },
    ...difficulties.map((difficulty): Row => {
      number += 1
      return {
        kind: 'normal',
        cells: [{ value: number }, ...told.map(([, tell]) => ({ value: tell(difficulty) }))],
      }
    }),
  ])
  return {
    kind: 'table',
    id,
    columns: [{ align: 'center', format: 'integer' }, ...columns],
    headings: [['TT', ...told.map(([text]) => text)].map(text => ({ text }))],
    rows: rows.length === 0 ? [none(told.length + 1)] : rows,
  }
}

const none = (columns: number): Row => ({
  kind: 'normal',
  cells: [{ value: 'Không phát sinh', format: 'text', align: 'center', colSpan: columns }],
})
