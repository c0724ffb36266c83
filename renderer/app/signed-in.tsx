import { Modal } from '@mantine/core'
import type { Me } from '../../electron/core/users/contract.ts'
import { MeContext } from '../api/me.ts'
import { useObservable } from '../api/observable.ts'
import { leave, session } from '../api/session.ts'
import { SignInForm } from '../sign-in/sign-in-form.tsx'
import { Shell } from './shell.tsx'

/** Everything behind the sign-in. An ended session puts the sign-in above the page and leaves the page standing. */
export function SignedInPart({ me }: { readonly me: Me }) {
  const { expired } = useObservable(session)
  return (
    <MeContext value={me}>
      <Shell key={me.id} />
      <Modal
        opened={expired}
        onClose={() => undefined}
        withCloseButton={false}
        closeOnClickOutside={false}
        closeOnEscape={false}
        zIndex={1000}
        title="Đăng nhập lại để tiếp tục"
      >
        <p className="g-soft g-after">
          Phiên làm việc đã kết thúc vì không có thao tác trong {me.idleMinutes} phút hoặc mật khẩu vừa được
          đặt lại. Nội dung trên màn hình vẫn còn.
        </p>
        <SignInForm username={me.username} onOther={leave} />
      </Modal>
    </MeContext>
  )
}
