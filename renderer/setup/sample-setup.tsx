import { useState } from 'react'
import { call } from '../api/client.ts'
import { enter } from '../api/session.ts'
import { useJob } from '../api/use-job.ts'
import { queries } from '../api/use-query.ts'
import { Banner } from '../ui/banner.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { type Administrator, AdministratorStep } from './administrator-step.tsx'

const tryingOut: Administrator = { username: 'quantri', displayName: 'Quản trị viên dùng thử', password: '' }

/** "Dùng thử với dữ liệu mẫu": an invented office over one year, made while one watches. */
export function SampleSetup({ onBack }: { readonly onBack: () => void }) {
  const demo = useJob('setup.demo')
  const [account, setAccount] = useState(tryingOut)

  const make = async (administrator: Administrator) => {
    setAccount(administrator)
    const made = await demo.start({ administrator })
    if (made === null) return
    const { username, password } = administrator
    enter(await call('users.signIn', { username, password }))
    await queries.invalidateQueries()
  }
  if (demo.running) return <JobProgress label="Đang tạo dữ liệu mẫu" status={demo.status} />
  return (
    <AdministratorStep
      administrator={{ ...account, password: '' }}
      verb="Tạo dữ liệu mẫu"
      onBack={onBack}
      onDone={make}
    >
      <Banner tone="info">
        Ứng dụng sẽ tạo một cơ quan giả định với khoảng 2.000 hồ sơ trong năm 2023. Thư mục dữ liệu này chỉ để
        dùng thử; khi làm việc thật, dùng thư mục dữ liệu khác.
      </Banner>
      {demo.error === null ? null : <Banner tone="bad">{demo.error.message}</Banner>}
    </AdministratorStep>
  )
}
