import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { contract } from '../../electron/core/contract.ts'
import { passwordMinimum } from '../../electron/core/users/model.ts'
import type { Input } from '../api/names.ts'
import { passwordsDiffer, withRepeat } from '../sign-in/repeat.ts'
import { Form } from '../ui/form.tsx'
import { PasswordField, TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'

const schema = withRepeat(contract.setup.initialise.input.shape.administrator)

export type Administrator = Input<'setup.initialise'>['administrator']

type AdministratorStepProps = {
  readonly administrator: Administrator
  readonly verb: string
  readonly onBack: () => void
  readonly onDone: (administrator: Administrator) => Promise<unknown>
  readonly children?: ReactNode
}

/** Bước 3: the first account. It can add the others later. */
export function AdministratorStep({ administrator, verb, onBack, onDone, children }: AdministratorStepProps) {
  // names may be proposed: then only the password is left to type
  const known = administrator.username !== ''
  const form = useZodForm(schema, { ...administrator, repeat: '' })
  return (
    <Form
      form={form}
      label="Bước 3"
      onSubmit={async ({ repeat, ...account }) => {
        if (account.password !== repeat) {
          return form.setError('repeat', { message: passwordsDiffer }, { shouldFocus: true })
        }
        return onDone(account)
      }}
      footer={
        <>
          <Button variant="default" onClick={onBack}>
            Quay lại
          </Button>
          <Button type="submit" loading={form.formState.isSubmitting}>
            {verb}
          </Button>
        </>
      }
    >
      {children}
      <div className="g-form-grid">
        <TextField form={form} name="displayName" label="Họ và tên" required autoFocus={!known} />
        <TextField
          form={form}
          name="username"
          label="Tên đăng nhập"
          hint="Chữ cái không dấu và số, ví dụ: quantri"
          required
        />
        <PasswordField
          form={form}
          name="password"
          label="Mật khẩu"
          hint={`Ít nhất ${passwordMinimum} ký tự.`}
          required
          autoFocus={known}
        />
        <PasswordField form={form} name="repeat" label="Nhập lại mật khẩu" required />
      </div>
    </Form>
  )
}
