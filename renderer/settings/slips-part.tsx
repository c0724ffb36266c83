import { useState } from 'react'
import type { WordedKind } from '../../electron/core/slips/model.ts'
import { useAsk } from '../api/use-query.ts'
import { Section } from '../ui/page.tsx'
import { FormSetRule } from './form-set-rule.tsx'
import { OfficeSetting, ShownValue, useShownDay } from './shown-day.tsx'
import { WordingForm } from './wording-form.tsx'

/** By which set of forms slips are printed, and how the office words them. */
export function SlipsSettings() {
  const [chosen, setChosen] = useState<WordedKind | null>(null)
  const kind = chosen ?? 'receipt'
  return (
    <>
      <OfficeSetting name="formSet">{inForce => <FormSetRule inForce={inForce} />}</OfficeSetting>
      <Section
        title="Câu chữ của phiếu"
        note="Phần trong { } được điền theo hồ sơ. Phiếu đã in giữ nguyên câu chữ lúc in."
      >
        <OneWording key={kind} kind={kind} chosen={chosen !== null} onChoose={setChosen} />
      </Section>
    </>
  )
}

type OneWordingProps = {
  readonly kind: WordedKind
  /** By hand: the keyboard stays at the choice. */
  readonly chosen: boolean
  readonly onChoose: (kind: WordedKind) => void
}

function OneWording({ kind, chosen, onChoose }: OneWordingProps) {
  const day = useShownDay()
  const wording = useAsk('slips.wording', { kind, ...day.asked }, { fresh: true })
  return (
    <ShownValue day={day} ask={wording}>
      {now => <WordingForm kind={kind} wording={now} chosen={chosen} onChoose={onChoose} />}
    </ShownValue>
  )
}
