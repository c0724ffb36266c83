import { Button } from '@mantine/core'
import { useState } from 'react'
import type { TableColumns } from '../../electron/core/reports/contract.ts'
import type { SettingShown } from '../../electron/core/settings/contract.ts'
import { reportTemplate } from '../../electron/core/settings/model.ts'
import { Form } from '../ui/form.tsx'
import { LinesField } from '../ui/lines-field.tsx'
import { TextBlock, TextField } from '../ui/text-field.tsx'
import { beforeSaving, useZodForm } from '../ui/use-zod-form.ts'
import { EffectiveDay, useEffectiveFrom } from './effective-day.tsx'
import { GuardedChoice } from './guarded-choice.tsx'
import { useChosenDay } from './shown-day.tsx'
import { TemplateColumnList } from './template-column-list.tsx'
import { type ChosenColumns, choiceOf, chosenColumns } from './template-columns.ts'
import { useSetting } from './use-setting.ts'

type TemplateFormProps = {
  readonly inForce: SettingShown<'reportTemplate'>
  readonly tables: readonly TableColumns[]
  readonly reports: readonly { readonly value: string; readonly label: string }[]
  /** The report was chosen by hand: the keyboard stays at the choice. */
  readonly chosen: boolean
  readonly onChoose: (report: string) => void
}

/** Head, signature, further paragraphs and columns of one kind of report. */
export function TemplateForm({ inForce, tables, reports, chosen, onChoose }: TemplateFormProps) {
  const { turn } = useChosenDay()
  const setting = useSetting(inForce)
  const template = inForce.value
  const from = useEffectiveFrom()
  const [columns, setColumns] = useState<Readonly<Record<string, ChosenColumns>>>(() =>
    Object.fromEntries(
      tables.map(({ id, columns: keys }) => [id, chosenColumns(keys, template.columns[id])]),
    ),
  )
  const [savedColumns, setSavedColumns] = useState(columns)
  const form = useZodForm(reportTemplate, template)
  const dirty = form.formState.isDirty || columns !== savedColumns
  return (
    <Form
      form={form}
      label="Mẫu báo cáo"
      onSubmit={async values => {
        const fromDay = await from.read()
        const saved = beforeSaving(form)
        const kept = { ...template.columns }
        for (const { id, columns: keys } of tables) {
          const choice = choiceOf(keys, columns[id] ?? [])
          if (choice === null) delete kept[id]
          else kept[id] = choice
        }
        await setting.save({ ...values, columns: kept }, fromDay)
        from.clear()
        saved()
        setSavedColumns(columns)
      }}
      footer={
        <Button type="submit" loading={form.formState.isSubmitting} title="Ctrl+S">
          Lưu mẫu báo cáo
        </Button>
      }
    >
      <GuardedChoice
        label="Báo cáo"
        value={inForce.report}
        choices={reports}
        autoFocus={chosen && turn === 0}
        dirty={dirty}
        onChoose={onChoose}
      />
      <div className="g-form-grid">
        <TextField form={form} name="parent" label="Cơ quan chủ quản" />
        <TextField form={form} name="department" label="Tên cơ quan" />
        <TextField form={form} name="symbol" label="Ký hiệu văn bản" hint="In sau số của báo cáo." />
        <TextField
          form={form}
          name="signerTitle"
          label="Chức vụ người ký"
          hint="Ký thay ghi hai phần: KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC"
        />
        <TextField form={form} name="signerName" label="Họ và tên người ký" />
        <LinesField form={form} name="receivers" label="Nơi nhận" hint="Mỗi nơi nhận một dòng." lines={4} />
        <TextBlock form={form} name="before" label="Đoạn mở đầu" hint="Mỗi đoạn một dòng." lines={4} />
        <TextBlock
          form={form}
          name="after"
          label="Đoạn kết thúc"
          hint="In trước phần ký. Mỗi đoạn một dòng."
          lines={4}
        />
        <EffectiveDay fromDay={setting.fromDay} days={setting.days} from={from} dirty={dirty} />
      </div>
      {tables.map(({ id, title }) => (
        <TemplateColumnList
          key={id}
          title={title}
          columns={columns[id] ?? []}
          onChange={changed => setColumns({ ...columns, [id]: changed })}
        />
      ))}
    </Form>
  )
}
