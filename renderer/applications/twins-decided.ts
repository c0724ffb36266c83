import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { Saved, Twin } from '../../electron/core/applications/contract.ts'
import { isDay } from '../../electron/core/calendar/day.ts'
import { messageOf } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { useAsk } from '../api/use-query.ts'
import type { FormFacts, FormValues } from './facts-values.ts'

/** Rests before a question goes out, so that not every letter asks. */
const pauseMs = 300

export type TwinWatch = {
  /** Open files of the person, but for those declared to be another matter. */
  readonly twins: readonly Twin[]
  /** How many were declared to be another matter; kept once the new file is saved. */
  readonly decided: number
  /** The file shown beside the form. */
  readonly open: number | null
  /** Another file already has the dossier code that was typed. */
  readonly clashes: boolean
  readonly show: (id: number) => void
  readonly close: () => void
  readonly clash: (id: number | null) => void
  readonly asking: Twin | null
  readonly ask: (twin: Twin | null) => void
  readonly decide: (reason: string) => Promise<void>
  readonly keepDecisions: (saved: Saved) => Promise<Saved>
  readonly clear: () => void
}

/** Looks for open files of the person while the form is filled in, and remembers which are another matter. */
export function useTwinsWhileTyping(form: UseFormReturn<FormValues, unknown, FormFacts>): TwinWatch {
  const [name, birthDay, number] = useWatch({
    control: form.control,
    name: ['fullName', 'birthDay', 'nationalId'],
  })
  const digits = (number ?? '').replace(/[\s.-]/g, '')
  const person = {
    fullName: name.trim(),
    birthDay: birthDay !== null && (isDay(birthDay) || /^\d{4}$/.test(birthDay)) ? birthDay : null,
    nationalId: /^(\d{9}|\d{12})$/.test(digits) ? digits : null,
  }
  const [asked] = useDebouncedValue(JSON.stringify(person), pauseMs)
  const settled = JSON.parse(asked) as typeof person // written two lines above
  const enough = settled.nationalId !== null || (settled.fullName !== '' && settled.birthDay !== null)
  const found = useAsk('applications.twins', settled, { enabled: enough }).data
  const [shown, setShown] = useState<number | null>(null)
  const [other, setOther] = useState<number | null>(null)
  const [asking, ask] = useState<Twin | null>(null)
  const [decisions, setDecisions] = useState<ReadonlyMap<number, string>>(new Map())
  const twins = enough ? (found ?? []).filter(({ id }) => !decisions.has(id)) : []
  const standing = shown !== null && (shown === other || twins.some(({ id }) => id === shown)) ? shown : null
  return {
    twins,
    decided: decisions.size,
    open: standing ?? other,
    clashes: other !== null,
    show: id => setShown(id === shown ? null : id),
    close: () => {
      setShown(null)
      setOther(null)
    },
    clash: setOther,
    asking,
    ask,
    decide: async reason => {
      if (asking !== null) setDecisions(before => new Map(before).set(asking.id, reason))
      ask(null)
    },
    keepDecisions: saved => keepDecisions(saved, decisions),
    clear: () => {
      setShown(null)
      setOther(null)
      setDecisions(new Map())
    },
  }
}

/** The reasons belong to two files, so they can be kept only now that the second exists. */
async function keepDecisions(saved: Saved, decisions: ReadonlyMap<number, string>): Promise<Saved> {
  const problems: string[] = []
  const kept = new Set<number>()
  for (const [otherId, reason] of decisions) {
    try {
      await call('checks.notTwin', { applicationId: saved.id, otherId, reason })
      kept.add(otherId)
    } catch (error) {
      problems.push(messageOf(error))
    }
  }
  return {
    ...saved,
    twins: saved.twins.filter(({ id }) => !kept.has(id)),
    warnings: [
      ...saved.warnings,
      ...problems.map((message, at) => ({
        ...{ field: 'history', code: `not-twin-${at}`, level: 'warning' as const },
        message: `Chưa ghi được “Là hồ sơ khác”: ${message}`,
      })),
    ],
  }
}
