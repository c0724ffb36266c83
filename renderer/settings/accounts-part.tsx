import { Button } from '@mantine/core'
import { useState } from 'react'
import { roleNames, type User } from '../../electron/core/users/model.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { Icon } from '../ui/icon.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { AccountForm, NewAccountForm, PasswordForm } from './account-forms.tsx'
import { EditButton, ListAndForm } from './list-and-form.tsx'
import { InUse } from './teams-part.tsx'

type Editing = { readonly what: 'new' } | { readonly what: 'account' | 'password'; readonly user: User }

const name = { text: 'Họ và tên' } as const
const username = { text: 'Tên đăng nhập', fit: true } as const
const role = { text: 'Vai trò', fit: true } as const
const state = { text: 'Tình trạng', fit: true } as const
const action = { text: 'Thao tác', fit: true, align: 'right' } as const

/** Who may sign in, and as what. */
export function AccountsPart() {
  const users = useAsk('users.list', {})
  const [editing, setEditing] = useState<Editing | null>(null)
  const close = () => setEditing(null)
  return (
    <ListAndForm
      title="Tài khoản"
      note="Mỗi người một tài khoản; mọi thay đổi được ghi lại theo tài khoản."
      action={
        <Button
          variant="default"
          leftSection={<Icon name="add" />}
          onClick={() => setEditing({ what: 'new' })}
        >
          Thêm tài khoản
        </Button>
      }
      onClose={close}
      form={editing === null ? null : { title: titleOf(editing), content: formOf(editing, close) }}
      list={
        <Answered ask={users}>
          {list => (
            <PlainTable
              label="Danh sách tài khoản"
              headings={editing === null ? [name, username, role, state, action] : [name, username, action]}
              rows={list.map(user => ({
                key: user.id,
                ...(user.active ? {} : { tone: 'muted' as const }),
                cells: [
                  user.displayName,
                  user.username,
                  ...(editing === null
                    ? [roleNames[user.role], <InUse key="state" inUse={user.active} />]
                    : []),
                  <div key="buttons" className="g-row-buttons">
                    <EditButton
                      what={`tài khoản ${user.username}`}
                      onClick={() => setEditing({ what: 'account', user })}
                    />
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={`Đặt mật khẩu cho ${user.username}`}
                      onClick={() => setEditing({ what: 'password', user })}
                    >
                      Đặt mật khẩu
                    </Button>
                  </div>,
                ],
              }))}
            />
          )}
        </Answered>
      }
    />
  )
}

function titleOf(editing: Editing): string {
  if (editing.what === 'new') return 'Thêm tài khoản'
  return editing.what === 'account' ? 'Sửa tài khoản' : 'Đặt mật khẩu'
}

function formOf(editing: Editing, close: () => void) {
  if (editing.what === 'new') return <NewAccountForm onClose={close} />
  const { user } = editing
  return editing.what === 'account' ? (
    <AccountForm key={user.id} user={user} onClose={close} />
  ) : (
    <PasswordForm key={user.id} user={user} onClose={close} />
  )
}
