import { Banner } from '../ui/banner.tsx'
import { SignInForm } from './sign-in-form.tsx'

type SignInScreenProps = { readonly title: string; readonly sample: boolean }

/** Before anything else: whose office this is, and who comes in. */
export function SignInScreen({ title, sample }: SignInScreenProps) {
  return (
    <main className="g-door">
      <div className="g-door-card">
        <div>
          <p className="g-soft">GPLX Desk</p>
          <h1>{title}</h1>
          <p className="g-soft">Theo dõi, xử lý và báo cáo hồ sơ đổi giấy phép lái xe</p>
        </div>
        {sample ? <Banner tone="attention">Đây là dữ liệu mẫu, không phải hồ sơ thật.</Banner> : null}
        <SignInForm />
      </div>
    </main>
  )
}
