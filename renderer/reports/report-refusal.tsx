import { Link } from 'wouter'
import type { BrokenIdentity } from '../../electron/core/statistics/model.ts'
import { ApiError, messageOf } from '../api/api-error.ts'
import { Banner } from '../ui/banner.tsx'
import { showNumber } from '../ui/number-text.ts'

/** Why there is no workbook; where figures do not agree with each other, which ones. */
export function ReportRefusal({ error }: { readonly error: unknown }) {
  const broken = brokenOf(error)
  return (
    <Banner tone="bad">
      {broken.length === 0
        ? messageOf(error)
        : 'Số liệu của kỳ không cân đối nên chưa xuất được báo cáo. Chạy kiểm tra dữ liệu rồi lập lại báo cáo.'}
      {broken.length === 0 ? null : (
        <ul className="rep-broken">
          {broken.map(({ identity, channel, left, right }) => (
            <li key={`${identity} ${channel}`}>
              {identity} ({channel}): {showNumber(left)} khác {showNumber(right)}
            </li>
          ))}
        </ul>
      )}
      <FilesAtFault error={error} />
    </Banner>
  )
}

/** The files whose figures contradict each other, each with a way to its history. */
function FilesAtFault({ error }: { readonly error: unknown }) {
  const { files, count } = faultsOf(error)
  if (files.length === 0) return null
  return (
    <>
      <p className="rep-fault">
        {showNumber(count)} hồ sơ sai lệch{count > files.length ? ` (nêu ${files.length})` : ''}:
      </p>
      <ul className="rep-broken">
        {files.map(({ id, dossierCode }) => (
          <li key={id}>
            <Link href={`/ho-so?id=${id}&full=1`}>{dossierCode}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}

type Fault = { readonly id: number; readonly dossierCode: string }

function faultsOf(error: unknown): { readonly files: readonly Fault[]; readonly count: number } {
  const { files, fileCount } = error instanceof ApiError ? error.details : {}
  if (!Array.isArray(files)) return { files: [], count: 0 }
  // the core fills this detail from its files
  return { files: files as readonly unknown[] as readonly Fault[], count: Number(fileCount ?? files.length) }
}

function brokenOf(error: unknown): readonly BrokenIdentity[] {
  const details = error instanceof ApiError ? error.details.identities : undefined
  // the core fills this detail from its identities
  return Array.isArray(details) ? (details as readonly unknown[] as readonly BrokenIdentity[]) : []
}
