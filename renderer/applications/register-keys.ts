import type { ScreenKey } from '../ui/screen-keys.ts'

/** What the register hears, for the help on F1. */
export const registerKeys: readonly ScreenKey[] = [
  { keys: 'Enter', what: 'Mở hồ sơ của dòng đang đứng' },
  { keys: 'Space', what: 'Chọn hoặc bỏ chọn dòng đang đứng' },
  { keys: 'Shift+ArrowDown', what: 'Chọn tiếp các dòng kề nhau (hoặc Shift+↑)' },
  { keys: 'Ctrl+A', what: 'Chọn mọi hồ sơ của danh sách, kể cả trang chưa xem' },
  { keys: 'Alt+H', what: 'Xem việc làm hàng loạt đã làm: hồ sơ, lý do, in lại, hoàn tác' },
  { keys: 'Escape', what: 'Bỏ chọn; đóng hồ sơ đang mở' },
  { keys: 'Shift+ArrowRight', what: 'Trên tiêu đề cột: rộng thêm (Shift+← hẹp lại)' },
  { keys: 'Alt+ArrowRight', what: 'Trên tiêu đề cột: chuyển cột ra sau (Alt+← lên trước)' },
]
