import { app, dialog, session } from 'electron'
import { isOurPage } from './window.ts'

/** Chromium holds these back from every page, and they are where an office keeps its papers. */
const ownFolders = ['desktop', 'documents', 'downloads'] as const

/** The page is given one thing: to write into a folder that the user has just pointed at. */
export function limitPermissions(): void {
  const page = session.defaultSession
  page.setPermissionRequestHandler((contents, permission, answer) =>
    answer(permission === 'fileSystem' && isOurPage(contents.getURL())),
  )
  page.setPermissionCheckHandler(() => false)
  page.setDevicePermissionHandler(() => false)
  // without an answer the page would wait for its folder for ever
  page.on('file-system-access-restricted', (_event, { path }, answer) => {
    if (ownFolders.some(name => app.getPath(name) === path)) return answer('allow')
    dialog.showErrorBox('GPLX Desk', 'Thư mục này thuộc hệ điều hành hoặc ứng dụng. Chọn thư mục khác.')
    return answer('tryAgain')
  })
}
