import type { ReactNode } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Application } from '../../electron/core/applications/contract.ts'
import {
  channelNames,
  channels,
  fields,
  returnWayNames,
  returnWays,
  sexNames,
} from '../../electron/core/applications/model.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { DayField } from '../ui/day-field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { TextBlock, TextField } from '../ui/text-field.tsx'
import type { FormFacts, FormValues } from './facts-values.ts'
import { FieldWarning, IdReading } from './person-reading.tsx'
import './application.css'
import './application-form.css'

type FactsForm = { readonly form: UseFormReturn<FormValues, unknown, FormFacts> }

const channelChoices = channels.map(value => ({ value, label: channelNames[value] }))
const returnChoices = returnWays.map(value => ({ value, label: returnWayNames[value] }))
const sexChoices = [
  { value: 'male', label: sexNames.male },
  { value: 'female', label: sexNames.female },
] as const

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="app-section">
      <legend>{title}</legend>
      <div className="app-fields">{children}</div>
    </fieldset>
  )
}

/** A form that holds values waits for everything they are chosen from: none of them may look like no choice at all. */
export function FactChoicesAnswered({ children }: { readonly children: ReactNode }) {
  const catalogue = useAsk('catalogue.choices', {})
  const teams = useAsk('teams.list', {})
  const officers = useAsk('users.officers', {})
  return (
    <Answered ask={catalogue} lines={8}>
      {() => (
        <Answered ask={teams} lines={8}>
          {() => (
            <Answered ask={officers} lines={8}>
              {() => children}
            </Answered>
          )}
        </Answered>
      )}
    </Answered>
  )
}

/** The saved file that is edited: it knows the names of what is no longer offered. */
type Edited = { readonly file?: Pick<Application, 'facts' | 'officerName' | 'districtName'> | undefined }

const retired = (name: string | number) => `${name} (ngừng dùng)`

type FactsFieldsProps = FactsForm & Edited & { readonly first?: ReactNode; readonly person?: ReactNode }

/**
 * What a person fills in, in the order of the paper. `first` stands in the section of the file itself, `person`
 * below the person: what is known of them already.
 */
export function FactsFields({ form, file, first, person }: FactsFieldsProps) {
  return (
    <>
      <Section title="Hồ sơ">
        <Field width={3}>
          <ChoiceField
            form={form}
            name="channel"
            label={fields.channel.label}
            choices={channelChoices}
            required
          />
        </Field>
        <Field width={4}>
          <TextField
            form={form}
            name="dossierCode"
            label={fields.dossierCode.label}
            sort="code"
            required
            autoFocus
          />
        </Field>
        {first}
      </Section>
      <PersonFields form={form} file={file} />
      {person}
      <LicenceFields form={form} />
      <ReturnFields form={form} />
      <OfficeFields form={form} file={file} />
    </>
  )
}

type FieldProps = { readonly width: 2 | 3 | 4 | 5 | 6 | 12; readonly children: ReactNode }

/** A place in the twelve columns of a section; in a narrow panel places take half or the whole width. */
export function Field({ width, children }: FieldProps) {
  return <div className={`app-field app-w${width}`}>{children}</div>
}

function PersonFields({ form, file }: FactsForm & Edited) {
  const { data } = useAsk('catalogue.choices', {})
  const districts = data?.districts.map(({ code, name }) => ({ value: code, label: name })) ?? []
  return (
    <Section title="Người đề nghị">
      <Field width={5}>
        <TextField form={form} name="fullName" label={fields.fullName.label} required />
      </Field>
      <Field width={4}>
        <DayField form={form} name="birthDay" label={fields.birthDay.label} past yearOnly />
      </Field>
      <Field width={3}>
        <ChoiceField form={form} name="sex" label={fields.sex.label} choices={sexChoices} none="Chưa rõ" />
      </Field>
      <Field width={5}>
        <TextField form={form} name="nationalId" label={fields.nationalId.label} sort="code" />
        <IdReading form={form} />
      </Field>
      <Field width={4}>
        <TextField form={form} name="phone" label={fields.phone.label} sort="code" />
        <FieldWarning form={form} name="phone" />
      </Field>
      <Field width={3}>
        <ChoiceField
          form={form}
          name="districtCode"
          label={fields.districtCode.label}
          choices={districts}
          // one of another province is in use there
          gone={code => (file?.facts.districtCode === code ? file.districtName : null) ?? code}
          none="Chưa rõ"
          search
        />
      </Field>
      <Field width={12}>
        <TextField form={form} name="address" label={fields.address.label} />
      </Field>
    </Section>
  )
}

function LicenceFields({ form }: FactsForm) {
  const { data } = useAsk('catalogue.choices', {})
  const reasons = data?.items.filter(item => item.list === 'reason') ?? []
  return (
    <Section title="Giấy phép lái xe">
      <Field width={4}>
        <TextField form={form} name="licenceNumber" label={fields.licenceNumber.label} sort="code" />
        <FieldWarning form={form} name="licenceNumber" />
      </Field>
      <Field width={3}>
        <TextField form={form} name="classes" label={fields.classes.label} placeholder="ví dụ A1, B2" />
      </Field>
      <Field width={3}>
        <ChoiceField
          form={form}
          name="reasonCode"
          label={fields.reasonCode.label}
          choices={reasons
            .filter(({ toDay }) => toDay === null)
            .map(({ code, name }) => ({ value: code, label: name }))}
          gone={code => retired(reasons.find(reason => reason.code === code)?.name ?? code)}
          none="Chưa rõ"
          search={false}
        />
      </Field>
      <Field width={2}>
        <NumberField form={form} name="licences" label={fields.licences.label} />
      </Field>
    </Section>
  )
}

function ReturnFields({ form }: FactsForm) {
  const { data } = useAsk('catalogue.choices', {})
  const payments = data?.items.filter(item => item.list === 'payment-status') ?? []
  return (
    <Section title="Trả kết quả, lệ phí">
      <Field width={3}>
        <ChoiceField
          form={form}
          name="returnWay"
          label={fields.returnWay.label}
          choices={returnChoices}
          none="Chưa rõ"
        />
      </Field>
      <Field width={3}>
        <TextField form={form} name="postalCode" label={fields.postalCode.label} sort="code" />
        <FieldWarning form={form} name="postalCode" />
      </Field>
      <Field width={3}>
        <NumberField form={form} name="fee" label={fields.fee.label} unit="đồng" />
      </Field>
      <Field width={3}>
        <ChoiceField
          form={form}
          name="paymentStatus"
          label={fields.paymentStatus.label}
          choices={payments.map(({ code, name }) => ({ value: code, label: name }))}
          none="Chưa rõ"
        />
      </Field>
      <Field width={6}>
        <TextField form={form} name="submitterName" label={fields.submitterName.label} />
      </Field>
      <Field width={6}>
        <TextField form={form} name="submitterId" label={fields.submitterId.label} sort="code" />
      </Field>
    </Section>
  )
}

function OfficeFields({ form, file }: FactsForm & Edited) {
  const teams = useAsk('teams.list', {}).data ?? []
  const officers = useAsk('users.officers', {}).data ?? []
  return (
    <Section title="Phân công, ghi chú">
      <Field width={6}>
        <ChoiceField
          form={form}
          name="teamId"
          label={fields.teamId.label}
          choices={teams.filter(team => team.active).map(({ id, name }) => ({ value: id, label: name }))}
          gone={id => retired(teams.find(team => team.id === id)?.name ?? id)}
          none="Chưa phân công"
        />
      </Field>
      <Field width={6}>
        <ChoiceField
          form={form}
          name="officerId"
          label={fields.officerId.label}
          choices={officers.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          gone={id => retired((file?.facts.officerId === id ? file.officerName : null) ?? id)}
          none="Chưa phân công"
        />
      </Field>
      <Field width={12}>
        <TextBlock form={form} name="notes" label={fields.notes.label} lines={2} />
      </Field>
    </Section>
  )
}
