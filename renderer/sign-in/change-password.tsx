import { Button, Modal } from '@mantine/core'
import { contract } from '../../electron/core/contract.ts'
import { passwordMinimum } from '../../electron/core/users/model.ts'
import { useCommand } from '../api/use-query.ts'
import { Form } from '../ui/form.tsx'
import { takeMarkAlong } from '../ui/kept-focus.ts'
import { PasswordField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { passwordsDiffer, withRepeat } from './repeat.ts'

type ChangePasswordProps = {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}

const schema = withRepeat(contract.users.changeOwnPassword.input)

/** One's own password: the old one, and the new one twice. */
export function ChangePassword({ opened, onClose, onDone }: ChangePasswordProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Đổi mật khẩu"
      closeButtonProps={{ 'aria-label': 'Đóng' }}
      onFocus={takeMarkAlong}
    >
      <ChangeForm onClose={onClose} onDone={onDone} />
    </Modal>
  )
}

function ChangeForm({ onClose, onDone }: Omit<ChangePasswordProps, 'opened'>) {
  const change = useCommand('users.changeOwnPassword')
  const form = useZodForm(schema, { current: '', password: '', repeat: '' })
  return (
    <Form
      form={form}
      label="Đổi mật khẩu"
      onSubmit={async ({ current, password, repeat }) => {
        if (password !== repeat)
          return form.setError('repeat', { message: passwordsDiffer }, { shouldFocus: true })
        await change.mutateAsync({ current, password })
        onDone()
      }}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            Quay lại
          </Button>
          <Button type="submit" loading={change.isPending}>
            Đổi mật khẩu
          </Button>
        </>
      }
    >
      <PasswordField form={form} name="current" label="Mật khẩu đang dùng" required autoFocus />
      <PasswordField
        form={form}
        name="password"
        label="Mật khẩu mới"
        required
        hint={`Ít nhất ${passwordMinimum} ký tự; một câu dài dễ nhớ tốt hơn ký tự lạ.`}
      />
      <PasswordField form={form} name="repeat" label="Nhập lại mật khẩu mới" required />
    </Form>
  )
}
