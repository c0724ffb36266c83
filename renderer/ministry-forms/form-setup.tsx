import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { FormToSet } from '../../electron/core/ministry-forms/contract.ts'
import { type Place, placeWords } from '../../electron/core/ministry-forms/model.ts'
import { useMay } from '../api/me.ts'
import { useCommand } from '../api/use-query.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { FormError } from '../ui/form.tsx'
import { say } from '../ui/said.tsx'
import { FormGrid } from './form-grid.tsx'
import { cellsOf } from './place-draft.ts'
import { PlaceForm } from './place-form.tsx'

type Point = { readonly sheet: string; readonly cell: string }

/** One form: its cells, the source of the chosen one beside them, and below everything that is mapped. */
export function FormSetup({ form, places, sheets }: FormToSet) {
  const may = useMay()('ministryForms.setPlaces')
  const set = useCommand('ministryForms.setPlaces')
  const [point, setPoint] = useState<Point>({ sheet: sheets[0]?.name ?? '', cell: 'A1' })
  const source = useRef<{ focus: () => void }>(null)
  const sheet = sheets.find(({ name }) => name === point.sheet) ?? sheets[0]
  if (sheet === undefined) return null
  const here = places.filter(place => place.sheet === sheet.name)
  const standing = here.find(place => cellsOf(place).includes(point.cell))
  const save = (next: readonly Place[], words: string) => {
    set.mutate(
      // plain data of the answer; `readonly` is all that the input's own type does not have
      { id: form.id, version: form.version, places: next as Place[] },
      { onSuccess: () => say(words) },
    )
  }
  const put = (place: Place) =>
    save([...places.filter(one => one !== standing), place], `Đã ghi nguồn: ${placeWords(place)}.`)
  const remove = (place: Place) =>
    save(
      places.filter(one => one !== place),
      `Đã bỏ nguồn: ${placeWords(place)}.`,
    )
  return (
    <div className="min-setup">
      {sheets.length > 1 ? (
        <ChoiceField
          label="Trang tính"
          value={sheet.name}
          choices={sheets.map(({ name }) => ({ value: name, label: name }))}
          onChange={name => setPoint({ sheet: name ?? sheet.name, cell: 'A1' })}
        />
      ) : null}
      <div className="min-sides" data-may={may}>
        <FormGrid
          key={sheet.name}
          sheet={sheet}
          chosen={point.cell}
          filled={
            new Map(here.flatMap(place => cellsOf(place).map(cell => [cell, placeWords(place)] as const)))
          }
          onChoose={cell => {
            set.reset()
            setPoint({ sheet: sheet.name, cell })
          }}
          onOpen={() => source.current?.focus()}
        />
        {may ? (
          <PlaceForm
            key={`${sheet.name} ${point.cell}`}
            sheet={sheet.name}
            cell={point.cell}
            standing={standing}
            handle={source}
            busy={set.isPending}
            error={set.error}
            onPut={put}
            onRemove={() => {
              if (standing !== undefined) remove(standing)
            }}
          />
        ) : null}
      </div>
      {may ? null : <FormError error={set.error} />}
      <ul className="min-places" aria-label="Các ô đã chỉ nguồn">
        {places.map(place => (
          <li key={placeWords(place)}>
            <span>{placeWords(place)}</span>
            {may ? (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`Bỏ ${placeWords(place)}`}
                onClick={() => remove(place)}
              >
                Bỏ
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {places.length === 0 ? (
        <p className="g-soft">Chưa có ô nào được chỉ nguồn. Chọn ô bằng phím mũi tên, Enter để chọn nguồn.</p>
      ) : null}
    </div>
  )
}
