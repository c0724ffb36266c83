import { Button } from '@mantine/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { nowInVietnam } from '../../electron/core/calendar/day.ts'
import type { Draft as KeptDraft } from '../../electron/core/drafts/contract.ts'
import { call } from '../api/client.ts'
import { useMe } from '../api/me.ts'
import { Banner } from '../ui/banner.tsx'
import { today } from '../ui/day-text.ts'
import { type Draft, draftMoment, isTyped, readDraft } from './draft-values.ts'
import { type DraftKeeper, type DraftName, forgetDraft, useDraftKeeper, wasKeptHere } from './drafts.ts'
import type { FormFacts, FormValues } from './facts-values.ts'
import { freshForm } from './new-application-form.ts'

type Offer = { readonly name: DraftName; readonly draft: Draft; readonly moment: string }

export type NewDraft = DraftKeeper & {
  /** What a crash or a reload left behind, the latest first, until each is taken up or thrown away. */
  readonly offers: readonly Offer[]
  /** The latest offer may have the focus: it came before anybody did anything here. */
  readonly early: boolean
  readonly takeUp: (offer: Offer) => void
  readonly throwAway: (offer: Offer) => void
}

/**
 * The draft of a new file: kept while typing, offered back after a reload, there again when one only looked elsewhere.
 * What is typed beside an offer is kept beside it, and taking the offer up leaves the typed as an offer in its turn.
 */
export function useNewDraft(form: UseFormReturn<FormValues, unknown, FormFacts>): NewDraft {
  const me = useMe()
  // a name of its own, so that it cannot take the place of anything left behind
  const [name, setName] = useState<DraftName>(() => `new-application-${Date.now()}`)
  const [offers, setOffers] = useState<readonly Offer[]>([])
  const [early, setEarly] = useState(false)
  const touched = useTouched()
  const keeper = useDraftKeeper(me.id, name, () => {
    const values = form.getValues()
    return isTyped(values) ? { values } : null
  })
  const { typed, keepNow } = keeper
  const began = useRef(name)
  const opening = useRef<Offer | null>(null)
  const open = useCallback((offer: Offer) => {
    opening.current = offer
    setName(offer.name)
  }, [])
  useEffect(() => {
    let alive = true
    call('drafts.begun', {}).then(
      begun => {
        if (!alive) return
        const left = begun.flatMap(offerOf).filter(offer => offer.name !== began.current)
        // what this page kept itself needs no question, unless something else has been typed meanwhile
        const own = isTyped(form.getValues()) ? undefined : left.find(each => wasKeptHere(me.id, each.name))
        if (own !== undefined) open(own)
        setEarly(own === undefined && !touched.current)
        setOffers(left.filter(offer => offer !== own))
      },
      () => undefined,
    )
    return () => {
      alive = false
    }
  }, [form, me.id, touched, open])
  useEffect(() => {
    if (!early || offers.length === 0) return
    // the offer took the focus from an empty field; nobody has done anything wrong yet
    const timer = setTimeout(() => form.clearErrors(), 0)
    return () => clearTimeout(timer)
  }, [form, early, offers.length])
  useEffect(() => {
    const listening = form.watch(typed)
    return () => {
      listening.unsubscribe()
      // going to look something up elsewhere must not lose what was typed
      keepNow()
    }
  }, [form, typed, keepNow])
  // only now that what is typed is kept under the draft's own name: before, it would take another's place
  useEffect(() => {
    const offer = opening.current
    if (offer === null || offer.name !== name) return
    opening.current = null
    form.reset(offer.draft.values, { keepDefaultValues: true })
    form.setFocus(firstEmpty(offer.draft.values))
  }, [form, name])
  return {
    ...keeper,
    offers,
    early,
    takeUp: offer => {
      keepNow()
      const values = form.getValues()
      const others = offers.filter(each => each !== offer)
      const mine: Offer = { name, draft: { values }, moment: draftMoment(nowInVietnam(Date.now()), today()) }
      setEarly(false)
      setOffers(isTyped(values) ? [mine, ...others] : others)
      open(offer)
    },
    throwAway: offer => {
      setOffers(offers.filter(each => each !== offer))
      void forgetDraft(me.id, offer.name)
      form.setFocus('dossierCode')
    },
  }
}

function offerOf({ form, value, savedAt }: KeptDraft): Offer[] {
  const draft = readDraft(value, freshForm(today()))
  // the core answers names of new files only
  return draft === null ? [] : [{ name: form as DraftName, draft, moment: draftMoment(savedAt, today()) }]
}

/** Has anybody pressed anything since the screen stands? */
function useTouched(): { readonly current: boolean } {
  const touched = useRef(false)
  useEffect(() => {
    const touch = () => {
      touched.current = true
    }
    const ways = ['keydown', 'pointerdown', 'input'] as const
    for (const way of ways) window.addEventListener(way, touch, { capture: true })
    return () => {
      for (const way of ways) window.removeEventListener(way, touch, { capture: true })
    }
  }, [])
  return touched
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

type OffersProps = Pick<NewDraft, 'offers' | 'early' | 'takeUp' | 'throwAway'>

/** "Có bản nháp lúc 14:05": one key takes the latest up. */
export function DraftOffers({ offers, early, takeUp, throwAway }: OffersProps) {
  return offers.map((offer, at) => (
    <DraftOffer
      key={offer.name}
      offer={offer}
      focus={early && at === 0}
      takeUp={() => takeUp(offer)}
      throwAway={() => throwAway(offer)}
    />
  ))
}

type OfferProps = {
  readonly offer: Offer
  readonly focus: boolean
  readonly takeUp: () => void
  readonly throwAway: () => void
}

function DraftOffer({ offer, focus, takeUp, throwAway }: OfferProps) {
  const button = useRef<HTMLButtonElement>(null)
  const begins = useRef(focus)
  useEffect(() => {
    if (begins.current) button.current?.focus()
  }, [])
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
