import { useState } from 'react'
import { call } from '../api/client.ts'
import { enter } from '../api/session.ts'
import { queries, useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { today } from '../ui/day-text.ts'
import { type Administrator, AdministratorStep } from './administrator-step.tsx'
import { noOffice, type Office, OfficeStep } from './office-step.tsx'
import { type Signer, SignerStep } from './signer-step.tsx'
import { Steps } from './steps.tsx'

const firstSigner: Signer = {
  signerTitle: 'GIÁM ĐỐC',
  signerName: '',
  receivers: ['Như trên', 'Lưu: VT'],
  year: Number(today().slice(0, 4)),
}
const noAccount: Administrator = { username: '', displayName: '', password: '' }

/** The three steps of a new office; going back keeps what was typed. */
export function OfficeSetup({ onBack }: { readonly onBack: () => void }) {
  const provinces = useAsk('setup.provinces', {})
  const [step, setStep] = useState(0)
  const [office, setOffice] = useState<Office>(noOffice)
  const [signer, setSigner] = useState<Signer>(firstSigner)

  const finish = async (administrator: Administrator) => {
    const { year, ...signing } = signer
    enter(await call('setup.initialise', { department: { ...office, ...signing }, year, administrator }))
    await queries.invalidateQueries()
  }
  return (
    <>
      <Steps names={['Cơ quan', 'Người ký, năm báo cáo', 'Quản trị viên']} at={step} />
      {step === 0 ? (
        <Answered ask={provinces} lines={6}>
          {list => (
            <OfficeStep
              provinces={list}
              office={office}
              onBack={onBack}
              onNext={values => {
                setOffice(values)
                setStep(1)
              }}
            />
          )}
        </Answered>
      ) : null}
      {step === 1 ? (
        <SignerStep
          signer={signer}
          onBack={() => setStep(0)}
          onNext={values => {
            setSigner(values)
            setStep(2)
          }}
        />
      ) : null}
      {step === 2 ? (
        <AdministratorStep
          administrator={noAccount}
          verb="Hoàn tất thiết lập"
          onBack={() => setStep(1)}
          onDone={finish}
        />
      ) : null}
    </>
  )
}
