import {
  type ColumnPlace,
  channelWords,
  labelSplits,
  measureWords,
  type Place,
  periodNames,
  type Source,
  splitWords,
  targetWords,
} from '../../electron/core/ministry-forms/model.ts'

/** What the side form holds while a source is chosen. */
export type Draft = {
  readonly whole: boolean
  readonly source: string | null
  readonly channels: string
  readonly team: string | null
  readonly from: string
  readonly to: string
  readonly labels: string
  readonly by: ColumnPlace['by']
}

export const measureChoices = entriesOf(measureWords, 'measure')
export const sourceChoices = [
  ...measureChoices,
  ...entriesOf(targetWords, 'target'),
  ...entriesOf(periodNames, 'period'),
  { value: 'department:', label: 'Tên cơ quan' },
]

export const channelChoices = [
  { value: '', label: 'Tất cả hình thức' },
  ...Object.entries(channelWords).map(([value, label]) => ({ value, label: `Chỉ ${label}` })),
  { value: 'direct,postal', label: 'Trực tiếp và bưu chính công ích' },
]

export const splitChoices = labelSplits.map(value => ({ value, label: `Theo ${splitWords[value]}` }))

function entriesOf(words: Readonly<Record<string, string>>, kind: string) {
  return Object.entries(words).map(([value, label]) => ({ value: `${kind}:${value}`, label }))
}

/** A fresh draft for a cell: a column is taken from this row down. */
export const newDraft = (cell: string): Draft => ({
  whole: false,
  source: null,
  channels: '',
  team: null,
  from: cell.replace(/\D+/, ''),
  to: cell.replace(/\D+/, ''),
  labels: 'B',
  by: 'team',
})

/** The place a draft describes; the core's rule checks it. Null while no source is chosen. */
export function placeOf(draft: Draft, sheet: string, cell: string): Place | null {
  const [kind, name = ''] = draft.source?.split(':') ?? []
  if (kind === undefined) return null
  // the values of the choices are the keys of the model's own tables
  const counted = {
    names: [name] as ColumnPlace['names'],
    channels: (draft.channels === '' ? [] : draft.channels.split(',')) as ColumnPlace['channels'],
  }
  if (draft.whole) {
    const { from, to, labels, by } = draft
    const column = cell.replace(/\d+/, '')
    return {
      ...{ kind: 'column', sheet, column, by, ...counted },
      from: Number(from),
      to: Number(to),
      labels: labels.trim().toUpperCase(),
    }
  }
  if (kind === 'measure') {
    const group = draft.team === null ? {} : { group: { by: 'team' as const, key: draft.team } }
    return { kind: 'cell', sheet, cell, source: { kind, ...counted, ...group } }
  }
  const source =
    kind === 'department' ? { kind } : kind === 'target' ? { kind, figure: name } : { kind, words: name }
  return { kind: 'cell', sheet, cell, source: source as Source } // as above
}

/** The cells a place fills, as far as they are known without its labels. */
export function cellsOf(place: Place): readonly string[] {
  if (place.kind === 'cell') return [place.cell]
  return Array.from({ length: place.to - place.from + 1 }, (_, at) => `${place.column}${place.from + at}`)
}
