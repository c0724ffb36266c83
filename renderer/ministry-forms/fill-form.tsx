import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Strays } from '../../electron/core/ministry-forms/contract.ts'
import type { Period } from '../../electron/core/periods/period.ts'
import { useMay } from '../api/me.ts'
import { saveJobFile } from '../api/save-file.ts'
import { useJob } from '../api/use-job.ts'
import { useAsk } from '../api/use-query.ts'
import { Banner } from '../ui/banner.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { FormError } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { showNumber } from '../ui/number-text.ts'
import './ministry-forms.css'

type Shown = { readonly report: string; readonly period: Period }

/** Fills one of the Ministry's forms for the period on screen; nothing is drawn where there is none. */
export function FillForm({ report, period }: Shown) {
  const may = useMay()('ministryForms.fill')
  const forms = (useAsk('ministryForms.list', {}).data ?? []).filter(({ places }) => places > 0)
  const [chosen, setChosen] = useState<number | null>(null)
  const form = forms.find(({ id }) => id === chosen) ?? forms[0]
  if (!may || form === undefined) return null
  return (
    <section className="min-fill" aria-label="Biểu mẫu của Bộ">
      <ChoiceField
        label="Biểu mẫu của Bộ"
        value={form.id}
        choices={forms.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosen}
      />
      <Fill key={`${form.id} ${report} ${period.id}`} id={form.id} report={report} period={period} />
    </section>
  )
}

function Fill({ id, report, period }: Shown & { readonly id: number }) {
  const asked = { id, report, period: { kind: period.kind, id: period.id } }
  const preview = useAsk('ministryForms.preview', asked)
  const job = useJob('ministryForms.fill')
  const [failed, setFailed] = useState<unknown>(null)
  const { result, jobId } = job
  useEffect(() => {
    if (result !== null && jobId !== null) saveJobFile(jobId).catch(setFailed)
  }, [result, jobId])
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="workbook" />}
        loading={job.running}
        onClick={() => {
          setFailed(null)
          void job.start(asked)
        }}
      >
        Xuất biểu mẫu
      </Button>
      <StraysList strays={result?.strays ?? preview.data?.strays} />
      <FormError error={failed ?? job.error ?? preview.error} />
    </>
  )
}

function StraysList({ strays }: { readonly strays: Strays | undefined }) {
  if (strays === undefined || strays.rows.length + strays.groups.length === 0) return null
  return (
    <Banner tone="attention">
      Biểu mẫu và số liệu có chỗ không khớp, cần xem lại trước khi gửi:
      <ul className="min-strays">
        {strays.rows.map(({ sheet, cell, label }) => (
          <li key={`${sheet} ${cell}`}>
            {sheet}, ô {cell}: nhãn "{label}" không khớp, ô được để nguyên
          </li>
        ))}
        {strays.groups.map(({ sheet, column, name, value }) => (
          <li key={`${sheet} ${column} ${name}`}>
            {sheet}, cột {column}: không có dòng cho "{name}" ({showNumber(value)})
          </li>
        ))}
      </ul>
    </Banner>
  )
}
