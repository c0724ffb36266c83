import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { SettingInForce } from '../../electron/core/settings/contract.ts'
import { plainTemplate, type ReportTemplate } from '../../electron/core/settings/model.ts'
import { useMay } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { Section } from '../ui/page.tsx'
import { TemplateForm } from './template-form.tsx'

/** How each kind of report differs from what the office prints otherwise. */
export function TemplatesPart() {
  const may = useMay()('settings.set')
  const kinds = (useAsk('reports.kinds', {}).data ?? []).filter(({ unavailable }) => unavailable === null)
  const settings = useAsk('settings.get', {})
  const [chosen, setChosen] = useState<string | null>(null)
  const name = chosen ?? kinds[0]?.name
  return (
    <Section
      title="Mẫu báo cáo"
      note="Mục để trống lấy theo phần Cơ quan. Báo cáo đã lập trước ngày áp dụng giữ mẫu cũ."
      action={
        name === undefined ? undefined : (
          <Button component={Link} href={`/bao-cao?name=${name}`} variant="default">
            Xem trước báo cáo
          </Button>
        )
      }
    >
      <ChoiceField
        label="Báo cáo"
        value={name ?? null}
        choices={kinds.map(one => ({ value: one.name, label: one.title }))}
        onChange={setChosen}
      />
      <Answered ask={settings} lines={8}>
        {({ reportTemplates }) =>
          name === undefined ? null : (
            <OneTemplate key={name} name={name} may={may} inForce={reportTemplates} />
          )
        }
      </Answered>
    </Section>
  )
}

type OneProps = {
  readonly name: string
  readonly may: boolean
  readonly inForce: SettingInForce<'reportTemplates'>
}

function OneTemplate({ name, may, inForce }: OneProps) {
  const tables = useAsk('reports.tables', { name })
  if (!may) return <TemplateFacts template={inForce.value[name] ?? plainTemplate} />
  return (
    <Answered ask={tables} lines={8}>
      {list => <TemplateForm name={name} inForce={inForce} tables={list} />}
    </Answered>
  )
}

function TemplateFacts({ template }: { readonly template: ReportTemplate }) {
  const facts: readonly (readonly [string, string])[] = [
    ['Cơ quan chủ quản', template.parent],
    ['Tên cơ quan', template.department],
    ['Ký hiệu văn bản', template.symbol],
    ['Chức vụ người ký', template.signerTitle],
    ['Họ và tên người ký', template.signerName],
    ['Nơi nhận', template.receivers.join('; ')],
    ['Đoạn mở đầu', template.before],
    ['Đoạn kết thúc', template.after],
  ]
  return (
    <dl className="g-facts">
      {facts.map(([label, text]) => [
        <dt key={`${label}-name`}>{label}</dt>,
        <dd key={label}>{text === '' ? 'Theo phần Cơ quan' : text}</dd>,
      ])}
    </dl>
  )
}
