import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import { useMay } from '../api/me.ts'
import { Waiting } from '../ui/delayed.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { isNarrowed, type RegisterFilter } from './register-filter.ts'
import type { Register } from './use-register.ts'

type RegisterNothingProps = { readonly register: Register; readonly filter: RegisterFilter }

/** In place of rows: why there are none, and what to do. */
export function RegisterNothing({ register, filter }: RegisterNothingProps) {
  const may = useMay()
  const [, navigate] = useLocation()
  if (register.loading) return <Waiting lines={8} />
  if (register.error !== null) return null
  if (filter.deadline === 'overdue' && filter.text === undefined) {
    return (
      <EmptyState icon="done" title="Không có hồ sơ quá hạn">
        Xem “Sắp đến hạn” để xử lý trước các hồ sơ kế tiếp.
      </EmptyState>
    )
  }
  if (isNarrowed(filter)) {
    return (
      <EmptyState icon="search" title="Không có hồ sơ nào khớp">
        Bỏ bớt điều kiện lọc hoặc tìm bằng ít chữ hơn. Gõ không dấu cũng tìm được.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Sổ chưa có hồ sơ"
      action={
        may('imports.plan') ? (
          <Button variant="default" onClick={() => navigate('/nhap')}>
            Nhập danh sách
          </Button>
        ) : undefined
      }
    >
      Nhập danh sách xuất từ Cổng dịch vụ công hoặc sổ Excel của tổ, hoặc tiếp nhận từng hồ sơ.
    </EmptyState>
  )
}
