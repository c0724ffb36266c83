import type { ComponentType } from 'react'
import type { Filing } from '../../electron/core/filings/contract.ts'
import { isEditable } from '../../electron/core/filings/model.ts'
import { NarrativePart } from '../narrative/narrative-part.tsx'
import { FilingPreview } from '../reports/report-preview.tsx'
import { DriftCount, FilingDrift } from './filing-drift.tsx'
import { FilingHistory } from './filing-history.tsx'

type Part = ComponentType<{ readonly filing: Filing }>

export type FilingTab = {
  /** In the address: `?muc=…`. */
  readonly key: string
  readonly label: string
  /** A count beside the label. */
  readonly mark?: Part
  /** Left out where it says nothing of this filing. */
  readonly shown?: (filing: Filing) => boolean
  readonly content: Part
}

function FilingWords({ filing: { report, periodKind, periodId, state } }: { readonly filing: Filing }) {
  return (
    <NarrativePart report={report} period={{ kind: periodKind, id: periodId }} editable={isEditable(state)} />
  )
}

/** The parts of a filing's page, in their order: a further one is one entry here. */
export const filingTabs: readonly FilingTab[] = [
  {
    key: 'noi-dung',
    label: 'Nội dung',
    content: ({ filing }) => <FilingPreview id={filing.id} kept={filing.frozen !== null} />,
  },
  {
    key: 'loi-van',
    label: 'Lời văn',
    // from the approval on the words are those of the kept document; these would follow the register of now
    shown: ({ report, frozen }) => report === 'tong-hop' && frozen === null,
    content: FilingWords,
  },
  {
    key: 'khac',
    label: 'Khác với lúc duyệt',
    mark: DriftCount,
    shown: ({ frozen }) => frozen !== null,
    content: FilingDrift,
  },
  { key: 'lich-su', label: 'Lịch sử', content: FilingHistory },
]
