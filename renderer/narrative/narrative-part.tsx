import { useCallback, useState } from 'react'
import type { NarrativePassage } from '../../electron/core/narrative/contract.ts'
import { type SectionName, sectionNames, sectionTitles } from '../../electron/core/narrative/model.ts'
import type { PeriodKind } from '../../electron/core/periods/period.ts'
import { useMay, useMe } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { FigurePanel, type OpenFigure } from '../reports/figure-panel.tsx'
import { Answered } from '../ui/answered.tsx'
import { Banner } from '../ui/banner.tsx'
import { PassageEdit } from './passage-edit.tsx'
import { PassageView } from './passage-view.tsx'
import { useUnsaved } from './unsaved.ts'
import './narrative.css'

/** Whose narrative: the report and its period. */
export type NarrativeOf = {
  readonly report: string
  readonly period: { readonly kind: PeriodKind; readonly id: string }
}

type PartProps = NarrativeOf & {
  /** False while the report is on its way: then it is only read. */
  readonly editable: boolean
}

/** The narrative by its sections; each paragraph can be rewritten in its place. */
export function NarrativePart({ report, period, editable }: PartProps) {
  const ask = useAsk('narrative.get', { report, period })
  const may = useMay()
  const me = useMe()
  const mayEdit = editable && may('narrative.save')
  const unsaved = useUnsaved(me.id, { report, period }, mayEdit)
  const [editing, setEditing] = useState<string | null>(null)
  const [returned, setReturned] = useState<string | null>(null)
  const [figure, setFigure] = useState<OpenFigure | null>(null)
  const close = useCallback(() => setFigure(null), [])
  const leave = (id: string) => {
    setEditing(null)
    setReturned(id)
  }
  return (
    <Answered ask={ask} lines={12}>
      {passages => (
        <div className="nar">
          <Standing passages={passages} editable={editable} mayEdit={may('narrative.save')} />
          {sectionNames.map(name => (
            <Section
              key={name}
              name={name}
              passages={passages.filter(({ section }) => section === name)}
              render={passage =>
                editing === passage.id ? (
                  <PassageEdit
                    of={{ report, period }}
                    passage={passage}
                    unsaved={unsaved}
                    onLeave={() => leave(passage.id)}
                  />
                ) : (
                  <PassageView
                    of={{ report, period }}
                    passage={passage}
                    returned={returned === passage.id}
                    unsaved={mayEdit && unsaved.of(passage.id) !== undefined}
                    onFigure={(chosen, text) => setFigure({ figure: chosen, text })}
                    {...(mayEdit && { onEdit: () => setEditing(passage.id) })}
                  />
                )
              }
            />
          ))}
          {figure === null ? null : (
            <FigurePanel
              key={JSON.stringify(figure.figure)}
              figure={figure.figure}
              text={figure.text}
              onClose={close}
            />
          )}
        </div>
      )}
    </Answered>
  )
}

type SectionProps = {
  readonly name: SectionName
  readonly passages: readonly NarrativePassage[]
  readonly render: (passage: NarrativePassage) => React.ReactNode
}

function Section({ name, passages, render }: SectionProps) {
  return (
    <section aria-label={sectionTitles[name]}>
      <h2>{sectionTitles[name]}</h2>
      {passages.map(passage => (
        <div key={passage.id}>{render(passage)}</div>
      ))}
    </section>
  )
}

/** What has to be read again before the report goes on its way. */
function Standing({
  passages,
  editable,
  mayEdit,
}: {
  readonly passages: readonly NarrativePassage[]
  readonly editable: boolean
  readonly mayEdit: boolean
}) {
  const doubted = passages.filter(({ doubts, reworded }) => doubts.length > 0 || reworded).length
  if (!editable) {
    return (
      <Banner tone="neutral">
        Báo cáo đang trình duyệt nên lời văn chỉ để đọc. Rút trình hoặc trả lại để sửa.
      </Banner>
    )
  }
  if (!mayEdit) {
    return <Banner tone="neutral">Ứng dụng viết từ số liệu; tài khoản này chỉ xem.</Banner>
  }
  if (doubted > 0) {
    return (
      <Banner tone="attention" title={`${doubted} đoạn cần xem lại`}>
        Có số không khớp số liệu, hoặc ứng dụng nay viết đoạn đó khác đi. Xem từng đoạn có dấu bên dưới.
      </Banner>
    )
  }
  return (
    <Banner tone="info">
      Ứng dụng viết từ số liệu. Sửa đoạn nào thì đoạn đó giữ lời của người sửa; số trong đoạn vẫn theo số
      liệu.
    </Banner>
  )
}
