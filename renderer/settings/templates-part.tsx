import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'wouter'
import type { ReportKind } from '../../electron/core/reports/contract.ts'
import type { ReportTemplate } from '../../electron/core/settings/model.ts'
import { useMay } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { Section } from '../ui/page.tsx'
import { ShownValue, useShownDay } from './shown-day.tsx'
import { TemplateForm } from './template-form.tsx'

/** How each kind of report differs from what the office prints otherwise. */
export function TemplatesPart() {
  const kinds = useAsk('reports.kinds', {})
  const [chosen, setChosen] = useState<string | null>(null)
  const made = kinds.data?.filter(({ unavailable }) => unavailable === null)
  const name = chosen ?? made?.[0]?.name
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
      <Answered ask={kinds} lines={8}>
        {() =>
          name === undefined ? null : (
            <OneTemplate
              key={name}
              name={name}
              kinds={made ?? []}
              chosen={chosen !== null}
              onChoose={setChosen}
            />
          )
        }
      </Answered>
    </Section>
  )
}

type OneProps = {
  readonly name: string
  readonly kinds: readonly ReportKind[]
  /** By hand: the keyboard stays at the choice. */
  readonly chosen: boolean
  readonly onChoose: (name: string) => void
}

function OneTemplate({ name, kinds, chosen, onChoose }: OneProps) {
  const may = useMay()('settings.set')
  const day = useShownDay()
  const tables = useAsk('reports.tables', { name })
  const settings = useAsk('settings.ofReport', { report: name, ...day.asked }, { fresh: true })
  const choices = kinds.map(one => ({ value: one.name, label: one.title }))
  return (
    <ShownValue day={day} ask={settings}>
      {({ reportTemplate }) =>
        may ? (
          <Answered ask={tables} lines={8}>
            {list => (
              <TemplateForm
                inForce={reportTemplate}
                tables={list}
                reports={choices}
                chosen={chosen}
                onChoose={onChoose}
              />
            )}
          </Answered>
        ) : (
          <>
            <ChoiceField
              label="Báo cáo"
              autoFocus={chosen}
              value={name}
              choices={choices}
              onChange={next => next !== null && onChoose(next)}
            />
            <TemplateFacts template={reportTemplate.value} />
          </>
        )
      }
    </ShownValue>
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
