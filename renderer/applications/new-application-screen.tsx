import { Button, Tooltip } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Saved } from '../../electron/core/applications/contract.ts'
import { ApiError } from '../api/api-error.ts'
import { useCommand } from '../api/use-query.ts'
import { today } from '../ui/day-text.ts'
import { Form } from '../ui/form.tsx'
import { useShortcuts } from '../ui/keys.ts'
import { Page } from '../ui/page.tsx'
import { useScreenKeys } from '../ui/screen-keys.ts'
import { useZodForm } from '../ui/use-zod-form.ts'
import { keepRemarks } from './drafts.ts'
import { FactsFields } from './facts-fields.tsx'
import { type FormFacts, formSchema } from './facts-values.ts'
import { HandingIn } from './handing-in.tsx'
import { useKnownClasses } from './known-classes.ts'
import { DraftOffers, useNewDraft } from './new-application-draft.tsx'
import { freshForm, nextForm } from './new-application-form.ts'
import { registerAddress } from './register-address.ts'
import { SavedBefore } from './saved-before.tsx'
import { TwinBeside } from './twins-beside.tsx'
import { useTwinsWhileTyping } from './twins-decided.ts'
import { NotTwinDialog } from './twins-dialog.tsx'
import { TwinsWhileTyping } from './twins-while-typing.tsx'
import './application.css'
import './application-form.css'

type Done = { readonly saved: Saved; readonly code: string }

const keys = [
  { keys: 'Enter', what: 'Sang ô tiếp theo' },
  { keys: 'Ctrl+S', what: 'Lưu hồ sơ' },
  { keys: 'Ctrl+Shift+Enter', what: 'Lưu và nhập tiếp hồ sơ sau' },
] as const

/** Logs one application, of any channel, from the paper or the portal beside it. */
export function NewApplicationScreen() {
  const [, navigate] = useLocation()
  const command = useCommand('applications.create')
  const [done, setDone] = useState<Done | null>(null)
  const [day, setDay] = useState(today)
  const known = useKnownClasses(day)
  const form = useZodForm(formSchema(known, today()), freshForm(today()))
  const draft = useNewDraft(form)
  const twins = useTwinsWhileTyping(form)
  const again = useRef(false)
  const frame = useRef<HTMLDivElement>(null)

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
  useScreenKeys(keys)
  useEffect(() => {
    if (done === null) return
    // what became of the last file stands at the top, and the next one begins with its code
    form.setFocus('dossierCode')
    frame.current?.closest('.g-main')?.scrollTo({ top: 0 })
  }, [done, form])

  const save = async ({ registered, receivedToo, reason: _, ...facts }: FormFacts) => {
    const andAgain = again.current
    again.current = false
    twins.clash(null)
    let created: Saved
    try {
      created = await command.mutateAsync({ facts, registered: { day: registered.day }, receivedToo })
    } catch (error) {
      const id = error instanceof ApiError ? error.details.id : undefined
      if (typeof id === 'number') twins.clash(id)
      throw error
    }
    const saved = await twins.keepDecisions(created)
    await draft.discard()
    if (andAgain) {
      form.reset(nextForm(form.getValues(), today()))
      twins.clear()
      setDone({ saved, code: facts.dossierCode })
      return
    }
    keepRemarks(saved)
    navigate(registerAddress({}, saved.id))
  }
  return (
    <Page
      title="Tiếp nhận hồ sơ mới"
      note="Nhập theo thứ tự trên đơn. Enter sang ô tiếp theo, Ctrl+S lưu hồ sơ. Bản nháp được giữ mỗi khi ngừng gõ."
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
      <div className="app-new" data-beside={twins.open !== null} ref={frame}>
        <DraftOffers {...draft} />
        {done === null ? null : (
          <SavedBefore
            {...done}
            onOpen={() => navigate(registerAddress({}, done.saved.id))}
            onClose={() => setDone(null)}
          />
        )}
        <div className="app-new-columns">
          <Form
            form={form}
            label="Hồ sơ mới"
            onSubmit={save}
            footer={
              <Button
                variant="subtle"
                color="gray"
                onClick={() => {
                  form.reset(freshForm(today()))
                  twins.clear()
                  void draft.discard()
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
              person={<TwinsWhileTyping watch={twins} />}
            />
          </Form>
          {twins.open === null ? null : <TwinBeside form={form} id={twins.open} onClose={twins.close} />}
        </div>
        {twins.asking === null ? null : (
          <NotTwinDialog twin={twins.asking} onClose={() => twins.ask(null)} onReason={twins.decide} />
        )}
      </div>
    </Page>
  )
}
