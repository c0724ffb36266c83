import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { MinistryForm } from '../../electron/core/ministry-forms/contract.ts'
import { useMay } from '../api/me.ts'
import { useJob } from '../api/use-job.ts'
import { useAsk, useCommand } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { ChoiceField } from '../ui/choice-field.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FormError } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/page.tsx'
import { FormSetup } from './form-setup.tsx'
import './ministry-forms.css'

/** The workbooks the Ministry sends, and where in them the figures go. */
export function FormsPart() {
  const list = useAsk('ministryForms.list', {})
  const [chosen, setChosen] = useState<number | null>(null)
  return (
    <Section
      title="Biểu mẫu của Bộ"
      note="Đưa tệp Excel của Bộ lên một lần, chỉ nguồn cho từng ô; mỗi kỳ điền và xuất ở màn hình Báo cáo."
      action={<Upload onAdded={setChosen} />}
    >
      <Answered ask={list}>
        {forms => {
          const form = forms.find(({ id }) => id === chosen) ?? forms[0]
          if (form === undefined)
            return (
              <EmptyState icon="workbook" title="Chưa có biểu mẫu nào">
                Bấm "Đưa biểu mẫu lên" và chọn tệp .xlsx như Bộ đã gửi.
              </EmptyState>
            )
          return (
            <>
              <div className="g-inline">
                <ChoiceField
                  label="Biểu mẫu"
                  value={form.id}
                  choices={forms.map(({ id, name }) => ({ value: id, label: name }))}
                  onChange={setChosen}
                />
                <Retire form={form} />
              </div>
              <Opened key={form.id} id={form.id} />
            </>
          )
        }}
      </Answered>
    </Section>
  )
}

function Opened({ id }: { readonly id: number }) {
  const form = useAsk('ministryForms.get', { id })
  return (
    <Answered ask={form} lines={8}>
      {found => <FormSetup {...found} />}
    </Answered>
  )
}

function Upload({ onAdded }: { readonly onAdded: (id: number) => void }) {
  const may = useMay()('ministryForms.add')
  const add = useJob('ministryForms.add')
  const input = useRef<HTMLInputElement>(null)
  if (!may) return null
  const take = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const name = file.name.replace(/\.xlsx$/i, '').slice(0, 120)
    const added = await add.start({ name, file: { name: file.name, bytes } })
    if (added !== null) onAdded(added.id)
  }
  return (
    <div className="min-upload">
      <Button
        leftSection={<Icon name="upload" />}
        loading={add.running}
        onClick={() => input.current?.click()}
      >
        Đưa biểu mẫu lên
      </Button>
      <input
        ref={input}
        type="file"
        accept=".xlsx"
        hidden
        aria-label="Tệp biểu mẫu của Bộ"
        onChange={event => {
          const file = event.currentTarget.files?.[0]
          if (file !== undefined) void take(file)
          event.currentTarget.value = ''
        }}
      />
      <FormError error={add.error} />
    </div>
  )
}

function Retire({ form }: { readonly form: MinistryForm }) {
  const may = useMay()('ministryForms.retire')
  const retire = useCommand('ministryForms.retire')
  const [asking, setAsking] = useState(false)
  if (!may) return null
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        Thôi dùng biểu mẫu
      </Button>
      <ConfirmDialog
        opened={asking}
        title="Thôi dùng biểu mẫu"
        verb="Thôi dùng biểu mẫu"
        onConfirm={() => retire.mutateAsync({ id: form.id, version: form.version })}
        onClose={() => setAsking(false)}
      >
        Biểu mẫu "{form.name}" không còn trong danh sách. Các tệp đã xuất không đổi.
      </ConfirmDialog>
    </>
  )
}
