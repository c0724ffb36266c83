import { Popover, UnstyledButton } from '@mantine/core'
import { type Ref, useState } from 'react'
import { roleNames } from '../../electron/core/users/model.ts'
import { call } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { leave } from '../api/session.ts'
import { ChangePassword } from '../sign-in/change-password.tsx'
import { Icon } from '../ui/icon.tsx'
import { say } from '../ui/said.tsx'
import { RunningJobs } from './running-jobs.tsx'
import { Search } from './search.tsx'

type TopBarProps = {
  readonly office: string
  readonly place: string
  readonly search: Ref<HTMLInputElement>
  readonly onHelp: () => void
}

/** Where I am, search, jobs under way, who I am. */
export function TopBar({ office, place, search, onHelp }: TopBarProps) {
  return (
    <header className="g-top">
      <div className="g-top-where" title={office}>
        <span className="g-soft">{office}</span>
        <span aria-hidden="true" className="g-soft">
          ›
        </span>
        <strong>{place}</strong>
      </div>
      <Search search={search} />
      <RunningJobs />
      <UnstyledButton className="g-top-button" onClick={onHelp} title="Phím tắt của màn hình này (F1)">
        <Icon name="help" size={18} />
        <span className="g-hidden">Phím tắt</span>
      </UnstyledButton>
      <WhoAmI />
    </header>
  )
}

async function signOut(): Promise<void> {
  // the session ends on this side whatever the host answers
  await call('users.signOut', {}).catch(() => undefined)
  leave()
}

function WhoAmI() {
  const me = useMe()
  const [opened, setOpened] = useState(false)
  const [changing, setChanging] = useState(false)
  return (
    <>
      <Popover position="bottom-end" width={260} opened={opened} onChange={setOpened} trapFocus returnFocus>
        <Popover.Target>
          <UnstyledButton className="g-top-button" onClick={() => setOpened(!opened)}>
            <Icon name="user" size={18} />
            <span className="g-hidden">Tài khoản</span>
            <span className="g-top-name">{me.displayName}</span>
            <Icon name="down" size={14} />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown aria-label="Tài khoản">
          <p className="g-soft g-me">
            {me.username} · {roleNames[me.role]}
          </p>
          <UnstyledButton
            className="g-nav-entry g-me-entry"
            onClick={() => {
              setOpened(false)
              setChanging(true)
            }}
          >
            <Icon name="key" size={18} />
            Đổi mật khẩu
          </UnstyledButton>
          <UnstyledButton className="g-nav-entry g-me-entry" onClick={() => void signOut()}>
            <Icon name="sign-out" size={18} />
            Đăng xuất
          </UnstyledButton>
        </Popover.Dropdown>
      </Popover>
      <ChangePassword
        opened={changing}
        onClose={() => setChanging(false)}
        onDone={() => {
          setChanging(false)
          say('Đã đổi mật khẩu. Dùng mật khẩu mới từ lần đăng nhập sau.')
        }}
      />
    </>
  )
}
