import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { type Ref, useState } from 'react'
import type { Place } from '../../electron/core/ministry-forms/model.ts'
import { placeWords } from '../../electron/core/ministry-forms/model.ts'
import { useAsk } from '../api/use-query.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { FormError } from '../ui/form.tsx'
import {
  channelChoices,
  type Draft,
  measureChoices,
  newDraft,
  placeOf,
  sourceChoices,
  splitChoices,
} from './place-draft.ts'

type PlaceFormProps = {
  readonly sheet: string
  readonly cell: string
  /** The place that stands on this cell, to be replaced or taken away. */
  readonly standing: Place | undefined
  readonly handle: Ref<{ focus: () => void }>
  readonly busy: boolean
  readonly error: unknown
  readonly onPut: (place: Place) => void
  readonly onRemove: () => void
}

/** The source of one cell, or of a column whose rows carry labels. */
export function PlaceForm(props: PlaceFormProps) {
  const { sheet, cell, standing, handle, busy, error, onPut, onRemove } = props
  const [draft, setDraft] = useState<Draft>(() => newDraft(cell))
  const [missing, setMissing] = useState(false)
  const teams = useAsk('teams.list', {}).data ?? []
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const counts = draft.whole || draft.source?.startsWith('measure:') === true
  return (
    <form
      className="g-form"
      aria-label={`Nguồn của ô ${cell}`}
      onSubmit={event => {
        event.preventDefault()
        const place = placeOf(draft, sheet, cell)
        setMissing(place === null)
        if (place !== null) onPut(place)
      }}
    >
      {standing === undefined ? null : <p className="g-soft">{placeWords(standing)}</p>}
      <SegmentedControl
        aria-label="Điền vào"
        value={draft.whole ? 'column' : 'cell'}
        data={[
          { value: 'cell', label: `Ô ${cell}` },
          { value: 'column', label: `Cột ${cell.replace(/\d+/, '')} theo nhãn` },
        ]}
        onChange={value => change({ whole: value === 'column', source: null })}
      />
      <ChoiceField
        label="Nguồn"
        search={false}
        value={draft.source}
        choices={draft.whole ? measureChoices : sourceChoices}
        handle={handle}
        error={missing ? 'Chọn nguồn số liệu.' : undefined}
        onChange={source => change({ source })}
      />
      {counts ? (
        <ChoiceField
          label="Hình thức nộp"
          value={draft.channels}
          choices={channelChoices}
          onChange={channels => change({ channels: channels ?? '' })}
        />
      ) : null}
      {counts && !draft.whole ? (
        <ChoiceField
          label="Tổ triển khai"
          none="Cả cơ quan"
          value={draft.team}
          choices={teams.map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={team => change({ team })}
        />
      ) : null}
      {draft.whole ? <ColumnFields draft={draft} onChange={change} /> : null}
      <FormError error={error} />
      <div className="g-form-footer">
        {standing === undefined ? null : (
          <Button variant="default" disabled={busy} onClick={onRemove}>
            Bỏ nguồn
          </Button>
        )}
        <Button type="submit" loading={busy}>
          {standing === undefined ? 'Ghi nguồn' : 'Thay nguồn'}
        </Button>
      </div>
    </form>
  )
}

type FieldsProps = { readonly draft: Draft; readonly onChange: (part: Partial<Draft>) => void }

function ColumnFields({ draft, onChange }: FieldsProps) {
  const texts = [
    ['from', 'Từ dòng'],
    ['to', 'Đến dòng'],
    ['labels', 'Cột chứa nhãn'],
  ] as const
  return (
    <>
      <ChoiceField
        label="Nhãn là"
        value={draft.by}
        choices={splitChoices}
        onChange={by => onChange({ by: by ?? draft.by })}
      />
      {texts.map(([name, label]) => (
        <TextInput
          key={name}
          label={label}
          defaultValue={draft[name]}
          autoComplete="off"
          onChange={event => onChange({ [name]: event.currentTarget.value })}
        />
      ))}
    </>
  )
}
