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
    </Banner>
  )
}

function brokenOf(error: unknown): readonly BrokenIdentity[] {
  const details = error instanceof ApiError ? error.details.identities : undefined
  // the core fills this detail from its identities
  return Array.isArray(details) ? (details as readonly unknown[] as readonly BrokenIdentity[]) : []
}
