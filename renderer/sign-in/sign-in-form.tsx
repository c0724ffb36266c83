import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { contract } from '../../electron/core/contract.ts'
import { call } from '../api/client.ts'
import { enter } from '../api/session.ts'
import { queries } from '../api/use-query.ts'
import { Form } from '../ui/form.tsx'
import { PasswordField, TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'

type SignInFormProps = {
  /** Signing in again as the person who was at the screen. */
  readonly username?: string
  readonly onOther?: () => void
}

/** Name and password; Enter goes from one to the other and then in. */
export function SignInForm({ username, onOther }: SignInFormProps) {
  const form = useZodForm(contract.users.signIn.input, { username: username ?? '', password: '' })
  const again = username !== undefined
  useEffect(() => form.setFocus(again ? 'password' : 'username'), [form, again])
  return (
    <Form
      form={form}
      label="Đăng nhập"
      onSubmit={async values => {
        try {
          enter(await call('users.signIn', values))
        } catch (error) {
          form.setValue('password', '')
          form.setFocus('password')
          throw error
        }
        await queries.invalidateQueries()
      }}
      footer={
        <>
          {onOther === undefined ? null : (
            <Button variant="subtle" onClick={onOther}>
              Dùng tài khoản khác
            </Button>
          )}
          <Button type="submit" loading={form.formState.isSubmitting} fullWidth={!again}>
            Đăng nhập
          </Button>
        </>
      }
    >
      {again ? (
        <p>
          Tài khoản: <strong>{username}</strong>
        </p>
      ) : (
        <TextField form={form} name="username" label="Tên đăng nhập" />
      )}
      <PasswordField form={form} name="password" label="Mật khẩu" />
    </Form>
  )
}
