import type { ImportCounts as Counts } from '../../electron/core/imports/contract.ts'
import { Figure } from '../ui/figure.tsx'

/** What would happen, or what has happened, row by row. */
export function ImportCounts({ counts, done }: { readonly counts: Counts; readonly done: boolean }) {
  return (
    <div className="imp-counts">
      <Figure label="Dòng dữ liệu" value={counts.rows} />
      <Figure label={done ? 'Đã thêm mới' : 'Sẽ thêm mới'} value={counts.new} icon="add" />
      <Figure label={done ? 'Đã cập nhật' : 'Sẽ cập nhật'} value={counts.updated} icon="refresh" />
      <Figure label="Không thay đổi" value={counts.unchanged} icon="minus" />
      <Figure
        label="Bị từ chối"
        value={counts.rejected}
        icon="ban"
        tone={counts.rejected > 0 ? 'bad' : 'neutral'}
      />
      <Figure
        label="Có lưu ý"
        value={counts.warned}
        icon="alert"
        tone={counts.warned > 0 ? 'attention' : 'neutral'}
      />
    </div>
  )
}
