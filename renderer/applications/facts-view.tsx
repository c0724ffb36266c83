import type { ReactNode } from 'react'
import type { Application } from '../../electron/core/applications/contract.ts'
import {
  channelNames,
  dayLabels,
  fields,
  returnWayNames,
  sexNames,
} from '../../electron/core/applications/model.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { useAsk } from '../api/use-query.ts'
import { showNumber } from '../ui/number-text.ts'
import { showBirth } from './twins.tsx'

type Fact = readonly [label: string, value: ReactNode]

const shown = (day: string | null) => (day === null ? null : showDay(day))

/** The facts as the paper has them; what is not known is a dash, so that a gap is seen. */
export function FactsView({ file }: { readonly file: Application }) {
  const { data } = useAsk('catalogue.choices', {})
  const { facts } = file
  const named = (list: string, code: string | null) =>
    data?.items.find(item => item.list === list && item.code === code)?.name ?? null
  const person: readonly Fact[] = [
    [fields.birthDay.label, facts.birthDay === null ? null : showBirth(facts.birthDay)],
    [fields.sex.label, facts.sex === null ? null : sexNames[facts.sex]],
    [fields.nationalId.label, facts.nationalId],
    [fields.phone.label, facts.phone],
    [fields.districtCode.label, file.districtName ?? file.districtText],
    [fields.address.label, facts.address],
  ]
  const licence: readonly Fact[] = [
    [fields.channel.label, channelNames[facts.channel]],
    [fields.licenceNumber.label, facts.licenceNumber],
    [fields.classes.label, facts.classes],
    [fields.reasonCode.label, named('reason', facts.reasonCode) ?? file.reasonText],
    [fields.licences.label, showNumber(facts.licences)],
    [fields.teamId.label, file.teamName],
    [fields.officerId.label, file.officerName ?? file.officerText],
  ]
  const days: readonly Fact[] = [
    [dayLabels.registered, shown(file.registeredDay)],
    [dayLabels.received, shown(file.receivedDay)],
    [dayLabels.due, shown(file.dueDay)],
    [dayLabels.finished, shown(file.finishedDay)],
    [dayLabels.returned, shown(file.returnedDay)],
  ]
  const back: readonly Fact[] = [
    [fields.returnWay.label, facts.returnWay === null ? null : returnWayNames[facts.returnWay]],
    [fields.postalCode.label, facts.postalCode],
    [fields.fee.label, facts.fee === null ? null : `${showNumber(facts.fee)} đồng`],
    [fields.paymentStatus.label, named('payment-status', facts.paymentStatus)],
  ]
  const submitter: readonly Fact[] =
    facts.submitterName === null && facts.submitterId === null
      ? []
      : [
          [fields.submitterName.label, facts.submitterName],
          [fields.submitterId.label, facts.submitterId],
        ]
  return (
    <div className="app-facts">
      <FactList facts={[...person, ...submitter]} />
      <FactList facts={licence} />
      <FactList facts={days} />
      <FactList facts={back} />
      {facts.notes === null ? null : (
        <div className="app-facts-notes">
          <FactList facts={[[fields.notes.label, facts.notes]]} />
        </div>
      )}
    </div>
  )
}

function FactList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value ?? '–'}</dd>
        </div>
      ))}
    </dl>
  )
}
