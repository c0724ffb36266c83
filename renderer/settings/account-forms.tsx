import { contract } from '../../electron/core/contract.ts'
import { passwordMinimum, roleNames, roles, type User } from '../../electron/core/users/model.ts'
import { useCommand } from '../api/use-query.ts'
import { passwordsDiffer, withRepeat } from '../sign-in/repeat.ts'
import { CheckField } from '../ui/check-field.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { Form } from '../ui/form.tsx'
import { say } from '../ui/said.tsx'
import { PasswordField, TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { FormButtons } from './list-and-form.tsx'

const roleChoices = roles.map(role => ({ value: role, label: roleNames[role] }))
const strength = `Ít nhất ${passwordMinimum} ký tự; một câu dài dễ nhớ tốt hơn ký tự lạ.`

type Closing = { readonly onClose: () => void }

const newRule = withRepeat(contract.users.create.input)

/** A further account; its owner changes the password later. */
export function NewAccountForm({ onClose }: Closing) {
  const create = useCommand('users.create')
  const form = useZodForm(newRule, {
    username: '',
    displayName: '',
    password: '',
    repeat: '',
    role: 'officer',
  })
  return (
    <Form
      form={form}
      label="Thêm tài khoản"
      onSubmit={async ({ repeat, ...user }) => {
        if (user.password !== repeat) {
          return form.setError('repeat', { message: passwordsDiffer }, { shouldFocus: true })
        }
        await create.mutateAsync(user)
        say(`Đã thêm tài khoản ${user.username}.`)
        onClose()
      }}
      footer={<FormButtons busy={form.formState.isSubmitting} onClose={onClose} />}
    >
      <TextField form={form} name="displayName" label="Họ và tên" required autoFocus />
      <TextField form={form} name="username" label="Tên đăng nhập" required hint="Chữ cái không dấu và số." />
      <ChoiceField form={form} name="role" label="Vai trò" choices={roleChoices} />
      <PasswordField form={form} name="password" label="Mật khẩu" required hint={strength} />
      <PasswordField form={form} name="repeat" label="Nhập lại mật khẩu" required />
    </Form>
  )
}

const accountRule = contract.users.update.input.pick({ displayName: true, role: true, active: true })

/** Name, role, and whether the account may sign in. */
export function AccountForm({ user, onClose }: Closing & { readonly user: User }) {
  const update = useCommand('users.update')
  const { displayName, role, active } = user
  const form = useZodForm(accountRule, { displayName, role, active })
  return (
    <Form
      form={form}
      label="Sửa tài khoản"
      onSubmit={async values => {
        await update.mutateAsync({ id: user.id, version: user.version, ...values })
        say(`Đã lưu tài khoản ${user.username}.`)
        onClose()
      }}
      footer={<FormButtons busy={form.formState.isSubmitting} onClose={onClose} />}
    >
      <p className="g-soft">
        Tên đăng nhập: <strong>{user.username}</strong>
      </p>
      <TextField form={form} name="displayName" label="Họ và tên" required autoFocus />
      <ChoiceField form={form} name="role" label="Vai trò" choices={roleChoices} />
      <CheckField
        form={form}
        name="active"
        label="Được đăng nhập"
        hint="Bỏ chọn khi người này không còn làm việc."
      />
    </Form>
  )
}

const passwordRule = withRepeat(contract.users.setPassword.input.pick({ password: true }))

/** Another person's password; all their sessions end. */
export function PasswordForm({ user, onClose }: Closing & { readonly user: User }) {
  const set = useCommand('users.setPassword')
  const form = useZodForm(passwordRule, { password: '', repeat: '' })
  return (
    <Form
      form={form}
      label="Đặt mật khẩu"
      onSubmit={async ({ password, repeat }) => {
        if (password !== repeat)
          return form.setError('repeat', { message: passwordsDiffer }, { shouldFocus: true })
        await set.mutateAsync({ id: user.id, password })
        say(`Đã đặt mật khẩu mới cho ${user.username}. Người này phải đăng nhập lại.`)
        onClose()
      }}
      footer={<FormButtons busy={form.formState.isSubmitting} onClose={onClose} />}
    >
      <p className="g-soft">
        Tài khoản: <strong>{user.username}</strong>. Mọi phiên làm việc của người này sẽ kết thúc.
      </p>
      <PasswordField form={form} name="password" label="Mật khẩu mới" required hint={strength} autoFocus />
      <PasswordField form={form} name="repeat" label="Nhập lại mật khẩu mới" required />
    </Form>
  )
}
