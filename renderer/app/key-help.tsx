import { Modal } from '@mantine/core'
import { useObservable } from '../api/observable.ts'
import { KeyHint } from '../ui/key-hint.tsx'
import { type ScreenKey, screenKeys } from '../ui/screen-keys.ts'

const everywhere: readonly ScreenKey[] = [
  { keys: 'Ctrl+K', what: 'Tìm hồ sơ' },
  { keys: 'Ctrl+N', what: 'Hồ sơ mới' },
  { keys: 'Alt+1…9', what: 'Mở mục của thanh điều hướng' },
  { keys: 'Ctrl+S', what: 'Lưu biểu mẫu (hoặc Ctrl+Enter)' },
  { keys: 'Enter', what: 'Sang ô tiếp theo; trong danh sách: mở dòng đang chọn' },
  { keys: 'Escape', what: 'Đóng, quay lại' },
  { keys: 'F1', what: 'Bảng phím tắt này' },
]

const inDayFields: readonly ScreenKey[] = [
  { keys: '180923', what: 'Ngày 18/09/2023 (cũng nhận 18092023, 18/9, 18.9.2023)' },
  { keys: 'h', what: 'Hôm nay' },
  { keys: 'ArrowUp', what: 'Ngày sau; ↓ ngày trước' },
]

/** All keys: those of the screen that stands, then those that hold everywhere. */
export function KeyHelp({ opened, onClose, place }: { opened: boolean; onClose: () => void; place: string }) {
  const here = useObservable(screenKeys)
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Phím tắt"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Đóng' }}
    >
      {here.length === 0 ? null : <KeyList title={place} keys={here} />}
      <KeyList title="Mọi màn hình" keys={everywhere} />
      <KeyList title="Trong ô ngày tháng" keys={inDayFields} />
    </Modal>
  )
}

function KeyList({ title, keys }: { readonly title: string; readonly keys: readonly ScreenKey[] }) {
  return (
    <section className="g-key-list">
      <h3>{title}</h3>
      <dl>
        {keys.map(entry => (
          <div key={entry.keys}>
            <dt>
              <KeyHint keys={entry.keys} />
            </dt>
            <dd>{entry.what}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
