import type { ComponentType } from 'react'
import type { Role } from '../../electron/core/users/model.ts'
import { everyone, processors, supervisors } from '../../electron/core/users/model.ts'
import { NewApplicationScreen } from '../applications/new-application-screen.tsx'
import { RegisterScreen } from '../applications/register-screen.tsx'
import { BatchesScreen } from '../batches/batches-screen.tsx'
import { ImportScreen } from '../imports/import-screen.tsx'
import { OverviewScreen } from '../overview/overview-screen.tsx'
import { ReportsScreen } from '../reports/reports-screen.tsx'
import { SettingsScreen } from '../settings/settings-screen.tsx'
import { SlipScreen } from '../slips/slip-screen.tsx'
import type { IconName } from '../ui/icon.tsx'

export type Screen = {
  /** Patterns of wouter; the first that fits is drawn. */
  readonly route: string
  readonly title: string
  readonly roles: readonly Role[]
  readonly screen: ComponentType
  /** Its place in the navigation, in the order of the work. */
  readonly menu?: { readonly icon: IconName; readonly href: string }
}

/** Every screen there is: route, menu entry, roles. A new screen is one entry here. */
export const screens: readonly Screen[] = [
  {
    route: '/',
    title: 'Tổng quan',
    roles: everyone,
    screen: OverviewScreen,
    menu: { icon: 'dashboard', href: '/' },
  },
  { route: '/ho-so/moi', title: 'Hồ sơ mới', roles: processors, screen: NewApplicationScreen },
  {
    route: '/ho-so/:id?',
    title: 'Hồ sơ',
    roles: everyone,
    screen: RegisterScreen,
    menu: { icon: 'folders', href: '/ho-so' },
  },
  { route: '/hang-loat/:id?', title: 'Việc làm hàng loạt đã làm', roles: everyone, screen: BatchesScreen },
  { route: '/phieu/:part?', title: 'Phiếu', roles: everyone, screen: SlipScreen },
  {
    route: '/nhap',
    title: 'Nhập danh sách',
    roles: supervisors,
    screen: ImportScreen,
    menu: { icon: 'upload', href: '/nhap' },
  },
  {
    route: '/bao-cao/*?',
    title: 'Báo cáo',
    roles: everyone,
    screen: ReportsScreen,
    menu: { icon: 'report', href: '/bao-cao' },
  },
  {
    route: '/cai-dat/:part?',
    title: 'Cài đặt',
    roles: everyone,
    screen: SettingsScreen,
    menu: { icon: 'gear', href: '/cai-dat' },
  },
]

/** The entries of the navigation for one role. */
export function menuFor(role: Role): readonly (Screen & { readonly menu: NonNullable<Screen['menu']> })[] {
  return screens.flatMap(screen =>
    screen.menu !== undefined && screen.roles.includes(role) ? [{ ...screen, menu: screen.menu }] : [],
  )
}
