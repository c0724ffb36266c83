import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { call } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { Banner } from '../ui/banner.tsx'
import { today } from '../ui/day-text.ts'
import { type Draft, draftMoment, isTyped, readDraft } from './draft-values.ts'
import { type DraftKeeper, forgetDraft, useDraftKeeper, wasKeptHere } from './drafts.ts'
import type { FormFacts, FormValues } from './facts-values.ts'
import { freshForm } from './new-application-form.ts'

const name = 'new-application'

type Offer = { readonly draft: Draft; readonly moment: string }

export type NewDraft = DraftKeeper & {
  /** What a crash or a reload left behind, until it is taken up or thrown away. */
  readonly offer: Offer | null
  readonly takeUp: () => void
  readonly throwAway: () => void
}

/** The draft of a new file: kept while typing, offered back after a reload, there again when one only looked elsewhere. */
export function useNewDraft(form: UseFormReturn<FormValues, unknown, FormFacts>): NewDraft {
  const me = useMe()
  const [offer, setOffer] = useState<Offer | null>(null)
  const undecided = offer !== null
  const keeper = useDraftKeeper(me.id, name, () => {
    const values = form.getValues()
    // what is offered must not be written over before it was decided upon
    return undecided || !isTyped(values) ? null : { values }
  })
  const { typed, keepNow } = keeper
  useEffect(() => {
    let alive = true
    call('drafts.get', { form: name }).then(
      kept => {
        const draft = kept === null ? null : readDraft(kept.value, freshForm(today()))
        if (!alive || kept === null || draft === null || isTyped(form.getValues())) return
        if (wasKeptHere(me.id, name)) form.reset(draft.values, { keepDefaultValues: true })
        else setOffer({ draft, moment: draftMoment(kept.savedAt, today()) })
      },
      () => undefined,
    )
    return () => {
      alive = false
    }
  }, [form, me.id])
  useEffect(() => {
    if (!undecided) return
    // the offer took the focus from an empty field; nobody has done anything wrong yet
    const timer = setTimeout(() => form.clearErrors(), 0)
    return () => clearTimeout(timer)
  }, [form, undecided])
  useEffect(() => {
    const listening = form.watch(typed)
    return () => {
      listening.unsubscribe()
      // going to look something up elsewhere must not lose what was typed
      keepNow()
    }
  }, [form, typed, keepNow])
  return {
    ...keeper,
    offer,
    takeUp: () => {
      if (offer === null) return
      setOffer(null)
      form.reset(offer.draft.values, { keepDefaultValues: true })
      form.setFocus(firstEmpty(offer.draft.values))
    },
    throwAway: () => {
      setOffer(null)
      void forgetDraft(me.id, name)
      form.setFocus('dossierCode')
    },
  }
}

/** Where the typing was broken off: the first of the fields everybody fills in that is still empty. */
function firstEmpty(values: FormValues) {
  const order = [
    'dossierCode',
    'fullName',
    'birthDay',
    'nationalId',
    'phone',
    'address',
    'licenceNumber',
  ] as const
  return order.find(field => (values[field] ?? '') === '') ?? 'dossierCode'
}

/** "Có bản nháp lúc 14:05": one key takes it up. */
export function DraftOffer({ offer, takeUp, throwAway }: Pick<NewDraft, 'offer' | 'takeUp' | 'throwAway'>) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    button.current?.focus()
  }, [])
  if (offer === null) return null
  const { dossierCode, fullName } = offer.draft.values
  const whose = [dossierCode, fullName].filter(text => text.trim() !== '').join(', ')
  return (
    <Banner
      tone="info"
      title={`Có bản nháp lúc ${offer.moment}`}
      action={
        <div className="app-inline">
          <Button ref={button} onClick={takeUp}>
            Tiếp tục
          </Button>
          <Button variant="default" onClick={throwAway}>
            Bỏ
          </Button>
        </div>
      }
    >
      {whose === '' ? 'Nội dung đang nhập dở, chưa lưu thành hồ sơ.' : `Đang nhập dở: ${whose}.`}
    </Banner>
  )
}
