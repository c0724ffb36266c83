import { Button } from '@mantine/core'
import { useRef } from 'react'
import { useController, useWatch } from 'react-hook-form'
import { type Department, department } from '../../electron/core/settings/model.ts'
import type { ProvinceChoice } from '../../electron/core/setup/contract.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { Form } from '../ui/form.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { type Proposal, proposeOffice, stillProposed } from './proposal.ts'

const schema = department.pick({
  provinceCatalogue: true,
  provinceCode: true,
  name: true,
  parentName: true,
  place: true,
  symbol: true,
})

export type Office = Pick<
  Department,
  'provinceCatalogue' | 'provinceCode' | 'name' | 'parentName' | 'place' | 'symbol'
>

export const noOffice: Office = {
  provinceCatalogue: '2023',
  provinceCode: '',
  name: '',
  parentName: '',
  place: '',
  symbol: '',
}

const catalogues = [
  { value: '2023', label: '63 tỉnh, thành phố (trước 01/07/2025)' },
  { value: '2025', label: '34 tỉnh, thành phố (từ 01/07/2025)' },
] as const

type OfficeStepProps = {
  readonly provinces: readonly ProvinceChoice[]
  readonly office: Office
  readonly onBack: () => void
  readonly onNext: (office: Office) => void
}

/** Bước 1: the province; the names follow from it and can be corrected. */
export function OfficeStep({ provinces, office, onBack, onNext }: OfficeStepProps) {
  const form = useZodForm(schema, office)
  const proposed = useRef<Proposal | null>(null)
  const catalogue = useWatch({ control: form.control, name: 'provinceCatalogue' })
  const choices = provinces
    .filter(one => one.catalogue === catalogue)
    .map(one => ({ value: one.code, label: one.name }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'))

  const choose = (code: string) => {
    const province = provinces.find(one => one.catalogue === catalogue && one.code === code)
    if (province === undefined) return
    const now = proposeOffice(province)
    const changes = stillProposed(form.getValues(), proposed.current, now)
    for (const name of ['name', 'parentName', 'place', 'symbol'] as const) {
      const text = changes[name]
      if (text !== undefined) form.setValue(name, text, { shouldValidate: true })
    }
    proposed.current = now
  }
  const { field: province } = useController({ control: form.control, name: 'provinceCode' })
  return (
    <Form
      form={form}
      label="Bước 1"
      onSubmit={async values => onNext(values)}
      footer={
        <>
          <Button variant="default" onClick={onBack}>
            Quay lại
          </Button>
          <Button type="submit">Tiếp tục</Button>
        </>
      }
    >
      <div className="g-form-grid">
        <ChoiceField
          label="Danh mục tỉnh, thành phố"
          choices={catalogues}
          value={catalogue}
          onChange={value => {
            if (value === null) return
            form.setValue('provinceCatalogue', value)
            form.setValue('provinceCode', '')
          }}
        />
        <ChoiceField
          label="Tỉnh, thành phố"
          required
          autoFocus
          choices={choices}
          handle={province.ref}
          value={province.value === '' ? null : province.value}
          error={form.formState.errors.provinceCode?.message}
          onChange={code => {
            form.setValue('provinceCode', code ?? '', { shouldValidate: code !== null })
            if (code !== null) choose(code)
          }}
        />
        <TextField form={form} name="name" label="Tên cơ quan" required className="g-wide" />
        <TextField form={form} name="parentName" label="Cơ quan chủ quản" required className="g-wide" />
        <TextField
          form={form}
          name="place"
          label="Địa danh"
          hint="In trước ngày tháng của văn bản."
          required
        />
        <TextField form={form} name="symbol" label="Ký hiệu văn bản" hint="In sau số của báo cáo." required />
      </div>
    </Form>
  )
}
