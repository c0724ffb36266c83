import { ActionIcon } from '@mantine/core'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { Application } from '../../electron/core/applications/contract.ts'
import { type FieldName, fields } from '../../electron/core/applications/model.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { fold } from '../../electron/core/vietnamese.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { Icon } from '../ui/icon.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { FormFacts, FormValues } from './facts-values.ts'
import { useFactWords } from './facts-words.ts'

type BesideProps = {
  readonly form: UseFormReturn<FormValues, unknown, FormFacts>
  readonly id: number
  readonly onClose: () => void
}

const compared = [
  'dossierCode',
  'channel',
  'fullName',
  'birthDay',
  'sex',
  'nationalId',
  'phone',
  'districtCode',
  'address',
  'licenceNumber',
  'classes',
  'reasonCode',
] as const satisfies readonly FieldName[]

/** The other file beside the form, line by line, so that one look tells whether it is the same matter. */
export function TwinBeside({ form, id, onClose }: BesideProps) {
  const ask = useAsk('applications.get', { id })
  return (
    <aside className="app-beside" aria-label="Hồ sơ đã có">
      <div className="app-part-head">
        <h2>Hồ sơ đã có</h2>
        <ActionIcon variant="subtle" color="gray" aria-label="Thôi đối chiếu" onClick={onClose}>
          <Icon name="close" />
        </ActionIcon>
      </div>
      <Answered ask={ask}>{file => <Compared form={form} file={file} />}</Answered>
    </aside>
  )
}

function Compared({ form, file }: Pick<BesideProps, 'form'> & { readonly file: Application }) {
  const typed = useWatch({ control: form.control })
  const words = useFactWords()
  return (
    <>
      <p className="app-inline">
        <StatusBadge status={file.status} />
        <span>nộp {showDay(file.registeredDay)}</span>
      </p>
      <table className="app-compare" aria-label="Đối chiếu hai hồ sơ">
        <thead>
          <tr>
            <th scope="col">Nội dung</th>
            <th scope="col">Đang nhập</th>
            <th scope="col">Hồ sơ đã có</th>
          </tr>
        </thead>
        <tbody>
          {compared.map(name => {
            const mine = words(name, typed[name] ?? null)
            const theirs = words(name, file.facts[name])
            const same = fold(mine) === fold(theirs)
            return (
              <tr key={name} data-differs={mine !== '–' && !same}>
                <th scope="row">{fields[name].label}</th>
                <td>{mine}</td>
                <td>
                  {theirs}
                  {mine !== '–' && same ? <span className="app-same"> giống</span> : null}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}
