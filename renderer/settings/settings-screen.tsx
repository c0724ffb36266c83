import type { ComponentType } from 'react'
import { Link, useParams } from 'wouter'
import type { Role } from '../../electron/core/users/model.ts'
import { administrators, everyone, supervisors } from '../../electron/core/users/model.ts'
import { useMe } from '../api/me.ts'
import { FormsPart } from '../ministry-forms/forms-part.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'
import { AccountsPart } from './accounts-part.tsx'
import { DepartmentPart } from './department-part.tsx'
import { DifficultiesPart } from './difficulties-part.tsx'
import { HolidaysPart } from './holidays-part.tsx'
import { ReasonsPart } from './reasons-part.tsx'
import { RulesPart } from './rules-part.tsx'
import { SlipsSettings } from './slips-part.tsx'
import { TargetsPart } from './targets-part.tsx'
import { TeamsPart } from './teams-part.tsx'
import { TemplatesPart } from './templates-part.tsx'
import './settings.css'

type Part = {
  readonly id: string
  readonly title: string
  readonly roles: readonly Role[]
  readonly part: ComponentType
}

const parts: readonly Part[] = [
  { id: 'co-quan', title: 'Cơ quan', roles: everyone, part: DepartmentPart },
  { id: 'quy-tac', title: 'Quy tắc', roles: everyone, part: RulesPart },
  { id: 'mau-bao-cao', title: 'Mẫu báo cáo', roles: everyone, part: TemplatesPart },
  { id: 'bieu-mau', title: 'Biểu mẫu của Bộ', roles: everyone, part: FormsPart },
  { id: 'chi-tieu', title: 'Chỉ tiêu', roles: everyone, part: TargetsPart },
  { id: 'tai-khoan', title: 'Tài khoản', roles: administrators, part: AccountsPart },
  { id: 'to', title: 'Tổ', roles: everyone, part: TeamsPart },
  { id: 'ngay-nghi', title: 'Ngày nghỉ', roles: everyone, part: HolidaysPart },
  { id: 'mau-phieu', title: 'Mẫu phiếu', roles: administrators, part: SlipsSettings },
  { id: 'ly-do', title: 'Lý do đổi', roles: everyone, part: ReasonsPart },
  { id: 'kho-khan', title: 'Danh mục khó khăn', roles: everyone, part: DifficultiesPart },
]

function noteFor(role: Role): string | undefined {
  if (role === 'admin') return undefined
  return supervisors.includes(role)
    ? 'Bạn sửa được chỉ tiêu, số liệu trực tiếp và biểu mẫu của Bộ; các phần khác do quản trị viên sửa.'
    : 'Bạn xem được các thiết lập; chỉ người có quyền mới sửa được.'
}

/** What the office may change about itself. Everybody may read; who may change is the core's rule. */
export function SettingsScreen() {
  const { role } = useMe()
  const { part } = useParams<{ part?: string }>()
  const mine = parts.filter(one => one.roles.includes(role))
  const chosen = part === undefined ? mine[0] : mine.find(one => one.id === part)
  return (
    <Page title="Cài đặt" note={noteFor(role)}>
      <div className="g-settings">
        <nav aria-label="Các phần cài đặt">
          {mine.map(one => (
            <Link
              key={one.id}
              href={`/cai-dat/${one.id}`}
              className="g-nav-entry"
              aria-current={one === chosen ? 'page' : undefined}
            >
              {one.title}
            </Link>
          ))}
        </nav>
        <div className="g-settings-part">
          {chosen === undefined ? (
            <EmptyState icon="help" title="Không có phần cài đặt này">
              Chọn một phần ở bên trái.
            </EmptyState>
          ) : (
            <chosen.part />
          )}
        </div>
      </div>
    </Page>
  )
}
