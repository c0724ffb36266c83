import { useState } from 'react'
import { slipNames } from '../../electron/core/slips/contract.ts'
import { type WordedKind, wordedKinds } from '../../electron/core/slips/model.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { Section } from '../ui/page.tsx'
import { FormSetRule } from './form-set-rule.tsx'
import { WordingForm } from './wording-form.tsx'

const kinds = wordedKinds.map(value => ({ value, label: slipNames[value] }))

/** By which set of forms slips are printed, and how the office words them. */
export function SlipsSettings() {
  const settings = useAsk('settings.get', {})
  const [kind, setKind] = useState<WordedKind>('receipt')
  const wording = useAsk('slips.wording', { kind })
  return (
    <>
      <Answered ask={settings}>{now => <FormSetRule inForce={now.formSet} />}</Answered>
      <Section
        title="Câu chữ của phiếu"
        note="Phần trong { } được điền theo hồ sơ. Phiếu đã in giữ nguyên câu chữ lúc in."
      >
        <ChoiceField
          label="Phiếu"
          choices={kinds}
          value={kind}
          onChange={chosen => setKind(chosen ?? 'receipt')}
        />
        <Answered ask={wording} lines={8}>
          {now => <WordingForm key={`${kind} ${now.fromDay} ${now.version}`} kind={kind} wording={now} />}
        </Answered>
      </Section>
    </>
  )
}
