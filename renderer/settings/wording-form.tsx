import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { slipNames, type Wording } from '../../electron/core/slips/contract.ts'
import {
  placesOf,
  sentencesOf,
  type Texts,
  textsRule,
  type WordedKind,
  wordedKinds,
} from '../../electron/core/slips/model.ts'
import { useAsk, useCommand } from '../api/use-query.ts'
import { SlipPage } from '../slips/slip-page.tsx'
import '../slips/slips.css'
import { Form } from '../ui/form.tsx'
import { say } from '../ui/said.tsx'
import { TextBlock } from '../ui/text-field.tsx'
import { beforeSaving, useZodForm } from '../ui/use-zod-form.ts'
import { EffectiveDay, useEffectiveFrom } from './effective-day.tsx'
import { GuardedChoice } from './guarded-choice.tsx'
import { useChosenDay } from './shown-day.tsx'

type WordingFormProps = {
  readonly kind: WordedKind
  readonly wording: Wording
  readonly chosen: boolean
  readonly onChoose: (kind: WordedKind) => void
}

const kinds = wordedKinds.map(value => ({ value, label: slipNames[value] }))

/** The sentences of one kind of slip at the left, a slip worded so at the right while they are typed. */
export function WordingForm({ kind, wording, chosen, onChoose }: WordingFormProps) {
  const { turn } = useChosenDay()
  const [seen, setSeen] = useState({ fromDay: wording.fromDay, version: wording.version })
  const save = useCommand('slips.setWording')
  const [rule] = useState(() => textsRule(kind))
  const form = useZodForm(rule, wording.texts)
  const from = useEffectiveFrom()
  const [typed] = useDebouncedValue(JSON.stringify(useWatch({ control: form.control })), 300)
  const texts: Texts = JSON.parse(typed)
  // while a sentence cannot be printed the last one that could stays; what is wrong stands at its field
  const shown = rule.safeParse(texts).success ? texts : wording.texts
  const preview = useAsk('slips.previewWording', { kind, texts: shown }, { keep: true })
  return (
    <div className="slip-compose" data-paper={preview.data?.paper}>
      <Form
        form={form}
        label={`Câu chữ: ${slipNames[kind]}`}
        onSubmit={async given => {
          const fromDay = (await from.read()) ?? seen.fromDay
          const saved = beforeSaving(form)
          const { version } = await save.mutateAsync({
            ...{ kind, fromDay, texts: given },
            version: fromDay === seen.fromDay ? seen.version : 0,
          })
          setSeen({ fromDay, version })
          from.clear()
          saved()
          say(`Đã lưu câu chữ của “${slipNames[kind]}”.`)
        }}
        footer={
          <>
            <Button
              variant="subtle"
              color="gray"
              onClick={() => form.reset(wording.standard, { keepDefaultValues: true })}
            >
              Lấy lại câu chữ mặc định
            </Button>
            <Button type="submit" loading={form.formState.isSubmitting} title="Ctrl+Enter">
              Lưu câu chữ
            </Button>
          </>
        }
      >
        <GuardedChoice
          label="Phiếu"
          choices={kinds}
          value={kind}
          autoFocus={chosen && turn === 0}
          dirty={form.formState.isDirty}
          onChoose={onChoose}
        />
        {Object.entries(sentencesOf(kind)).map(([name, { label }]) => (
          <TextBlock
            key={name}
            form={form}
            name={name}
            label={label}
            hint={`Điền được: ${placesOf(kind, name)
              .map(place => `{${place}}`)
              .join(' ')}`}
            required
            lines={3}
          />
        ))}
        <EffectiveDay fromDay={seen.fromDay} days={wording.days} from={from} dirty={form.formState.isDirty} />
      </Form>
      <div className="slip-preview">
        {preview.data === undefined ? null : <SlipPage document={preview.data} />}
      </div>
    </div>
  )
}
