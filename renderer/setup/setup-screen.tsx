import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { ConnectionBar } from '../app/bars.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { OfficeSetup } from './office-setup.tsx'
import { SampleSetup } from './sample-setup.tsx'
import './setup.css'

type Way = 'office' | 'sample'

/** The first start on a new data folder. */
export function SetupScreen() {
  const [way, setWay] = useState<Way | null>(null)
  const back = () => setWay(null)
  return (
    <>
      <ConnectionBar />
      <main className="g-door">
        <div className="g-door-card" data-wide="true">
          <div>
            <p className="g-soft">GPLX Desk</p>
            <h1>{way === 'sample' ? 'Dùng thử với dữ liệu mẫu' : 'Thiết lập lần đầu'}</h1>
            {way === null ? (
              <p className="g-soft">Theo dõi, xử lý và báo cáo hồ sơ đổi giấy phép lái xe của cơ quan.</p>
            ) : null}
          </div>
          {way === null ? <Ways onChoose={setWay} /> : null}
          {way === 'office' ? <OfficeSetup onBack={back} /> : null}
          {way === 'sample' ? <SampleSetup onBack={back} /> : null}
        </div>
      </main>
    </>
  )
}

function Ways({ onChoose }: { readonly onChoose: (way: Way) => void }) {
  return (
    <div className="g-ways">
      <WayButton
        icon="file-plus"
        title="Thiết lập cơ quan"
        note="Chọn tỉnh, thành phố, nhập người ký và tài khoản quản trị. Khoảng ba phút."
        onClick={() => onChoose('office')}
      />
      <WayButton
        icon="eye"
        title="Dùng thử với dữ liệu mẫu"
        note="Xem ứng dụng với một cơ quan giả định khoảng 2.000 hồ sơ năm 2023."
        onClick={() => onChoose('sample')}
      />
    </div>
  )
}

type WayButtonProps = {
  readonly icon: IconName
  readonly title: string
  readonly note: string
  readonly onClick: () => void
}

function WayButton({ icon, title, note, onClick }: WayButtonProps) {
  return (
    <UnstyledButton className="g-way" onClick={onClick}>
      <Icon name={icon} size={24} />
      <span>
        <strong>{title}</strong>
        <span className="g-soft">{note}</span>
      </span>
      <Icon name="right" size={18} />
    </UnstyledButton>
  )
}
