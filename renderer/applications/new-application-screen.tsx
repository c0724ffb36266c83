import { Button, Tooltip } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Saved } from '../../electron/core/applications/contract.ts'
import { ApiError } from '../api/api-error.ts'
import { useMe } from '../api/me.ts'
import { useCommand } from '../api/use-query.ts'
import { today } from '../ui/day-text.ts'
import { Form } from '../ui/form.tsx'
import { useShortcuts } from '../ui/keys.ts'
import { Page } from '../ui/page.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { draftOf, dropDraft, isTyped, keepDraft, keepRemarks } from './drafts.ts'
import { FactsFields } from './facts-fields.tsx'
import { emptyFacts, type FormFacts, type FormValues, formSchema } from './facts-values.ts'
import { HandingIn } from './handing-in.tsx'
import { useKnownClasses } from './known-classes.ts'
import { registerAddress } from './register-address.ts'
import { SavedBefore } from './saved-before.tsx'
import { TwinsWhileTyping } from './twins-while-typing.tsx'
import './application.css'
import './application-form.css'

function freshForm(): FormValues {
  return { ...emptyFacts, registered: { day: today() }, receivedToo: true, reason: '' }
}

/** The next file of the same pile: channel, day, team and class stay, the person does not. */
function nextForm(before: FormValues): FormValues {
  const { channel, registered, receivedToo, teamId, officerId, classes, reasonCode, returnWay } = before
  return {
    ...freshForm(),
    ...{ channel, registered, receivedToo, teamId, officerId, classes, reasonCode, returnWay },
  }
}

type Done = { readonly saved: Saved; readonly code: string }

/** Logs one application, of any channel, from the paper or the portal beside it. */
export function NewApplicationScreen() {
  const me = useMe()
  const [, navigate] = useLocation()
  const command = useCommand('applications.create')
  const [done, setDone] = useState<Done | null>(null)
  const [other, setOther] = useState<number | null>(null)
  const [day, setDay] = useState(today)
  const known = useKnownClasses(day)
  const form = useZodForm(formSchema(known, today()), draftOf(me.id, 'new') ?? freshForm())
  const again = useRef(false)
  const frame = useRef<HTMLDivElement>(null)
  const leaving = useRef(false)

  useEffect(
    () => () => {
      // going to look something up elsewhere must not lose what was typed
      const values = form.getValues()
      if (!leaving.current && isTyped(values)) keepDraft(me.id, 'new', values)
    },
    [form, me.id],
  )
  const submit = useCallback((andAgain: boolean) => {
    again.current = andAgain
    frame.current?.querySelector('form')?.requestSubmit()
  }, [])
  // inside the form the form itself hears Ctrl+S and Ctrl+Enter; these are for the rest of the page
  useShortcuts({
    'Ctrl+Shift+Enter': () => submit(true),
    'Ctrl+Enter': () => submit(false),
    'Ctrl+S': () => submit(false),
  })
  useEffect(() => {
    if (done === null) return
    // what became of the last file stands at the top, and the next one begins with its code
    form.setFocus('dossierCode')
    frame.current?.closest('.g-main')?.scrollTo({ top: 0 })
  }, [done, form])

  const save = async ({ registered, receivedToo, reason: _, ...facts }: FormFacts) => {
    const andAgain = again.current
    again.current = false
    setOther(null)
    let saved: Saved
    try {
      saved = await command.mutateAsync({ facts, registered: { day: registered.day }, receivedToo })
    } catch (error) {
      const id = error instanceof ApiError ? error.details.id : undefined
      if (typeof id === 'number') setOther(id)
      throw error
    }
    dropDraft('new')
    if (andAgain) {
      form.reset(nextForm(form.getValues()))
      setDone({ saved, code: facts.dossierCode })
      return
    }
    leaving.current = true
    keepRemarks(saved)
    navigate(registerAddress({}, saved.id))
  }
  return (
    <Page
      title="Tiếp nhận hồ sơ mới"
      note="Nhập theo thứ tự trên đơn. Enter sang ô tiếp theo, Ctrl+S lưu hồ sơ."
      action={
        <>
          <Tooltip label="Giữ hình thức nộp, ngày, tổ và hạng cho hồ sơ sau (Ctrl+Shift+Enter)">
            <Button variant="default" onClick={() => submit(true)}>
              Lưu và nhập tiếp
            </Button>
          </Tooltip>
          <Tooltip label="Ctrl+S hoặc Ctrl+Enter">
            <Button loading={command.isPending} onClick={() => submit(false)}>
              Lưu hồ sơ
            </Button>
          </Tooltip>
        </>
      }
    >
      <div className="app-new" ref={frame}>
        {done === null ? null : (
          <SavedBefore
            {...done}
            onOpen={() => navigate(registerAddress({}, done.saved.id))}
            onClose={() => setDone(null)}
          />
        )}
        <Form
          form={form}
          label="Hồ sơ mới"
          onSubmit={save}
          footer={
            <Button
              variant="subtle"
              color="gray"
              onClick={() => {
                form.reset(freshForm())
                dropDraft('new')
                form.setFocus('dossierCode')
              }}
            >
              Xóa nội dung đã nhập
            </Button>
          }
        >
          <FactsFields
            form={form}
            first={<HandingIn form={form} onDay={setDay} />}
            person={<TwinsWhileTyping form={form} other={other} />}
          />
        </Form>
      </div>
    </Page>
  )
}
