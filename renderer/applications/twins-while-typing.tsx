import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { isDay } from '../../electron/core/calendar/day.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { Banner } from '../ui/banner.tsx'
import type { FormFacts, FormValues } from './facts-values.ts'
import { FactsView } from './facts-view.tsx'
import { Twins } from './twins.tsx'

type WatchProps = {
  readonly form: UseFormReturn<FormValues, unknown, FormFacts>
  /** A file that already has this dossier code. */
  readonly other: number | null
}

/** Looks for open files of the person while the form is filled in, and shows them beside it. */
export function TwinsWhileTyping({ form, other }: WatchProps) {
  const [name, birthDay, number] = useWatch({
    control: form.control,
    name: ['fullName', 'birthDay', 'nationalId'],
  })
  const digits = (number ?? '').replace(/[\s.-]/g, '')
  const person = {
    fullName: name.trim(),
    birthDay: birthDay !== null && (isDay(birthDay) || /^\d{4}$/.test(birthDay)) ? birthDay : null,
    nationalId: /^(\d{9}|\d{12})$/.test(digits) ? digits : null,
  }
  const [asked] = useDebouncedValue(JSON.stringify(person), 400)
  const [shown, setShown] = useState<number | null>(null)
  const settled = JSON.parse(asked) as typeof person // written two lines above
  const enough = settled.nationalId !== null || (settled.fullName !== '' && settled.birthDay !== null)
  const twins = useAsk('applications.twins', settled, { enabled: enough }).data ?? []
  const open = shown ?? other
  return (
    <>
      {enough ? <Twins twins={twins} verb="Xem" onShow={id => setShown(id === shown ? null : id)} /> : null}
      {other === null || shown !== null ? null : (
        <Banner tone="bad">Mã hồ sơ này đã có trong sổ. Hồ sơ đã có hiện bên dưới để đối chiếu.</Banner>
      )}
      {open === null ? null : <OtherFile id={open} />}
    </>
  )
}

function OtherFile({ id }: { readonly id: number }) {
  const ask = useAsk('applications.get', { id })
  return (
    <div className="app-box">
      <Answered ask={ask}>
        {file => (
          <>
            <h3>
              {file.dossierCode} – {file.fullName}
            </h3>
            <FactsView file={file} />
          </>
        )}
      </Answered>
    </div>
  )
}
