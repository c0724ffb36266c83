import type { Application, ApplicationRow } from '../../electron/core/applications/contract.ts'
import { channelNames } from '../../electron/core/applications/model.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { useAsk } from '../api/use-query.ts'
import { StatusBadge } from '../ui/status-badge.tsx'

type RelatedProps = { readonly file: Application; readonly onOpen: (id: number) => void }

const most = 20

/** Every other file of the same person, closed ones too: by paper number, else by name and birth day. */
export function RelatedFiles({ file, onOpen }: RelatedProps) {
  const { nationalId, fullName, birthDay } = file.facts
  const enough = nationalId !== null || birthDay !== null
  const page = useAsk(
    'applications.list',
    { text: nationalId ?? fullName, limit: most + 1 },
    { enabled: enough },
  ).data
  const others = (page?.rows ?? []).filter(
    row => row.id !== file.id && (nationalId !== null || isSame(row, fullName, birthDay)),
  )
  if (others.length === 0) return null
  return (
    <section className="app-part">
      <h3>Hồ sơ khác của công dân ({others.length > most ? `hơn ${most}` : others.length})</h3>
      <ul className="app-related">
        {others.slice(0, most).map(row => (
          <li key={row.id}>
            <button type="button" className="app-link app-figures" onClick={() => onOpen(row.id)}>
              {row.dossierCode}
            </button>
            <span>{row.classes ?? '–'}</span>
            <span>
              {channelNames[row.channel]}, nộp {showDay(row.registeredDay)}
            </span>
            <StatusBadge status={row.status} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const isSame = (row: ApplicationRow, name: string, birthDay: string | null) =>
  row.birthDay === birthDay && row.fullName.toLocaleLowerCase('vi') === name.toLocaleLowerCase('vi')
