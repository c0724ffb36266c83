import { Button } from '@mantine/core'
import type { SettingShown } from '../../electron/core/settings/contract.ts'
import { type Department, department } from '../../electron/core/settings/model.ts'
import type { ProvinceChoice } from '../../electron/core/setup/contract.ts'
import { useMay } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { Form } from '../ui/form.tsx'
import { LinesField } from '../ui/lines-field.tsx'
import { Section } from '../ui/page.tsx'
import { TextField } from '../ui/text-field.tsx'
import { beforeSaving, useZodForm } from '../ui/use-zod-form.ts'
import { EffectiveDay, useEffectiveFrom } from './effective-day.tsx'
import { OfficeSetting } from './shown-day.tsx'
import { useSetting } from './use-setting.ts'

/** The office as it is printed in the head and the signature block. */
export function DepartmentPart() {
  const may = useMay()('settings.set')
  const provinces = useAsk('setup.provinces', {})
  return (
    <Section
      title="Cơ quan"
      note="In ở phần đầu và phần ký của báo cáo. Báo cáo cũ giữ nội dung của thời điểm lập."
    >
      <OfficeSetting name="department">
        {inForce => {
          const province = nameOf(provinces.data, inForce.value)
          return may ? (
            <DepartmentForm inForce={inForce} province={province} />
          ) : (
            <DepartmentFacts value={inForce.value} province={province} />
          )
        }}
      </OfficeSetting>
    </Section>
  )
}

function nameOf(provinces: readonly ProvinceChoice[] | undefined, value: Department): string {
  const found = provinces?.find(
    one => one.catalogue === value.provinceCatalogue && one.code === value.provinceCode,
  )
  return found === undefined ? '' : `${found.kind} ${found.name} (danh mục năm ${found.catalogue})`
}

type DepartmentFormProps = { readonly inForce: SettingShown<'department'>; readonly province: string }

function DepartmentForm({ inForce, province }: DepartmentFormProps) {
  const setting = useSetting(inForce)
  const from = useEffectiveFrom()
  const form = useZodForm(department, inForce.value)
  return (
    <Form
      form={form}
      label="Cơ quan"
      onSubmit={async values => {
        const day = await from.read()
        const saved = beforeSaving(form)
        await setting.save(values, day)
        from.clear()
        saved()
      }}
      footer={
        <Button type="submit" loading={form.formState.isSubmitting} title="Ctrl+S">
          Lưu cơ quan
        </Button>
      }
    >
      <p className="g-soft">{province}</p>
      <div className="g-form-grid">
        <TextField form={form} name="name" label="Tên cơ quan" required />
        <TextField form={form} name="parentName" label="Cơ quan chủ quản" required />
        <TextField
          form={form}
          name="place"
          label="Địa danh"
          hint="In trước ngày tháng của văn bản."
          required
        />
        <TextField form={form} name="symbol" label="Ký hiệu văn bản" hint="In sau số của báo cáo." required />
        <TextField
          form={form}
          name="signerTitle"
          label="Chức vụ người ký"
          hint="Ký thay ghi hai phần: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC"
          required
        />
        <TextField
          form={form}
          name="signerName"
          label="Họ và tên người ký"
          hint="Để trống nếu ký tên sau khi in."
        />
        <LinesField form={form} name="receivers" label="Nơi nhận" hint="Mỗi nơi nhận một dòng." lines={4} />
        <EffectiveDay
          fromDay={setting.fromDay}
          days={setting.days}
          from={from}
          dirty={form.formState.isDirty}
        />
      </div>
    </Form>
  )
}

function DepartmentFacts({ value, province }: { readonly value: Department; readonly province: string }) {
  const facts: readonly (readonly [string, string])[] = [
    ['Tỉnh, thành phố', province],
    ['Tên cơ quan', value.name],
    ['Cơ quan chủ quản', value.parentName],
    ['Địa danh', value.place],
    ['Ký hiệu văn bản', value.symbol],
    ['Chức vụ người ký', value.signerTitle],
    ['Họ và tên người ký', value.signerName],
    ['Nơi nhận', value.receivers.join('; ')],
  ]
  return (
    <dl className="g-facts">
      {facts.map(([name, text]) => [
        <dt key={`${name}-name`}>{name}</dt>,
        <dd key={name}>{text === '' ? '–' : text}</dd>,
      ])}
    </dl>
  )
}
