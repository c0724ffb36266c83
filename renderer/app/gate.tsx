import { useEffect } from 'react'
import { ApiError } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { connection } from '../api/connection.ts'
import { useObservable } from '../api/observable.ts'
import { leave, resume, session } from '../api/session.ts'
import { useAsk } from '../api/use-query.ts'
import { SetupScreen } from '../setup/setup-screen.tsx'
import { SignInScreen } from '../sign-in/sign-in-screen.tsx'
import { Answered } from '../ui/answered.tsx'
import { SignedInPart } from './signed-in.tsx'

const product = 'GPLX Desk'

/** First run, sign-in, or the application: what the window shows. */
export function Gate() {
  const state = useAsk('setup.state', {})
  const { me, token } = useObservable(session)
  const resuming = useResume(token !== null && me === null)
  const title = state.data?.title
  useEffect(() => {
    document.title = title === undefined || title === product ? product : `${title} – ${product}`
  }, [title])
  if (me !== null) return <SignedInPart me={me} />
  if (resuming) return null
  return (
    <Answered ask={state}>
      {({ ready, title, sample }) =>
        ready ? <SignInScreen title={title} sample={sample} /> : <SetupScreen />
      }
    </Answered>
  )
}

/** After a reload the kept token may still be good: asks who it belongs to, again when the host is back. */
function useResume(wanted: boolean): boolean {
  const up = useObservable(connection) === 'up'
  useEffect(() => {
    if (!wanted || !up) return
    call('users.me', {}).then(resume, error => {
      if (!(error instanceof ApiError && error.details.lost === true)) leave()
    })
  }, [wanted, up])
  return wanted && up
}
