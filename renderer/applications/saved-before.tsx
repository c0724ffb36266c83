import { Button } from '@mantine/core'
import type { Saved } from '../../electron/core/applications/contract.ts'
import { Banner } from '../ui/banner.tsx'

type SavedBeforeProps = {
  readonly saved: Saved
  readonly code: string
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** What became of the file before this one, with what its save remarked. */
export function SavedBefore({ saved, code, onOpen, onClose }: SavedBeforeProps) {
  const remarks = [
    ...saved.warnings.map(({ message }) => message),
    ...(saved.twins.length === 0
      ? []
      : [`Công dân này có ${saved.twins.length} hồ sơ khác đang giải quyết. Mở hồ sơ để đối chiếu.`]),
  ]
  return (
    <Banner
      tone={remarks.length === 0 ? 'good' : 'attention'}
      title={`Đã lưu hồ sơ ${code}`}
      action={
        <div className="app-inline">
          <Button variant="default" onClick={onOpen}>
            Mở hồ sơ
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Đã xem
          </Button>
        </div>
      }
    >
      {remarks.length === 0 ? (
        'Nhập hồ sơ tiếp theo.'
      ) : (
        <ul className="app-remarks">
          {remarks.map(message => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </Banner>
  )
}
