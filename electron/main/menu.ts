import { Menu, type MenuItemConstructorOptions } from 'electron'

type Entry = readonly [label: string, role: NonNullable<MenuItemConstructorOptions['role']>]

const entries: Readonly<Record<string, readonly Entry[]>> = {
  Tệp: [['Thoát', 'quit']],
  Sửa: [
    ['Hoàn tác', 'undo'],
    ['Làm lại', 'redo'],
    ['Cắt', 'cut'],
    ['Sao chép', 'copy'],
    ['Dán', 'paste'],
    ['Chọn tất cả', 'selectAll'],
  ],
  Xem: [
    ['Phóng to', 'zoomIn'],
    ['Thu nhỏ', 'zoomOut'],
    ['Cỡ bình thường', 'resetZoom'],
    ['Toàn màn hình', 'togglefullscreen'],
  ],
}

/** The menu bar: what the system does; everything of the register is on the screens. */
export function setMenu(): void {
  const bar = Object.entries(entries).map(([label, list]) => ({
    label,
    submenu: list.map(([words, role]) => ({ label: words, role })),
  }))
  Menu.setApplicationMenu(Menu.buildFromTemplate(bar))
}
