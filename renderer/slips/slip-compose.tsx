import { Button, Tooltip } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useRef } from 'react'
import { useWatch } from 'react-hook-form'
import { useLocation } from 'wouter'
import { type SlipKind, slipNames } from '../../electron/core/slips/contract.ts'
import { useAsk, useCommand } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { Form } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { useShortcuts } from '../ui/keys.ts'
import { Page } from '../ui/page.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { type SlipSubjectInput, slipAddress } from './slip-address.ts'
import { detailsRule, emptyDetails, previewDetails } from './slip-details.ts'
import { SlipFields } from './slip-fields.tsx'
import { SlipPage } from './slip-page.tsx'
import './slips.css'

type ComposeProps = { readonly kind: SlipKind; readonly subject: SlipSubjectInput }

/** What only the officer knows at the left, the slip as it will be printed at the right; then it gets its number. */
export function SlipCompose({ kind, subject }: ComposeProps) {
  const [, navigate] = useLocation()
  const issue = useCommand('slips.issue')
  const form = useZodForm(detailsRule, emptyDetails(kind))
  const frame = useRef<HTMLDivElement>(null)
  const [typed] = useDebouncedValue(JSON.stringify(useWatch({ control: form.control })), 300)
  const preview = useAsk(
    'slips.preview',
    { kind, subject, details: previewDetails(JSON.parse(typed)) },
    { keep: true },
  )
  const submit = () => frame.current?.querySelector('form')?.requestSubmit()
  const back = () => window.history.back()
  useShortcuts({ Escape: back, 'Ctrl+P': submit, 'Ctrl+S': submit, 'Ctrl+Enter': submit })
  return (
    <Page
      title={slipNames[kind]}
      note="Xem trước bên phải. Khi lập, phiếu lấy số kế tiếp của năm và được giữ nguyên như đã in."
      action={
        <>
          <Tooltip label="Esc">
            <Button variant="default" onClick={back}>
              {'batchId' in subject ? 'Quay lại' : 'Quay lại hồ sơ'}
            </Button>
          </Tooltip>
          <Tooltip label="Ctrl+P hoặc Ctrl+S">
            <Button leftSection={<Icon name="print" />} loading={issue.isPending} onClick={submit}>
              Lấy số và in
            </Button>
          </Tooltip>
        </>
      }
    >
      <div className="slip-compose" ref={frame} data-paper={preview.data?.paper}>
        <Form
          form={form}
          label="Nội dung phiếu"
          onSubmit={async details => {
            const { slip } = await issue.mutateAsync({ kind, subject, details })
            navigate(slipAddress(slip.id), { replace: true })
          }}
          footer={null}
        >
          <SlipFields form={form} kind={kind} />
        </Form>
        <div className="slip-preview">
          <Answered ask={preview} lines={10}>
            {document => <SlipPage document={document} />}
          </Answered>
        </div>
      </div>
    </Page>
  )
}
