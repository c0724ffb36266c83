import { Button } from '@mantine/core'
import { useId, useRef, useState } from 'react'
import { Link } from 'wouter'
import { z } from 'zod'
import { optionalText } from '../../electron/core/applications/model.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import type { Doubt } from '../../electron/core/routine/contract.ts'
import { useMay } from '../api/me.ts'
import type { Input } from '../api/names.ts'
import { useCommand } from '../api/use-query.ts'
import { useSeenVersion } from '../api/use-seen-version.ts'
import { registerAddress } from '../applications/register-address.ts'
import { momentWords } from '../filings/filing-look.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Form } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { Section } from '../ui/page.tsx'
import { TextBlock } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'

type Asked = Input<'routine.prepare'>['period']

/** What to look at before anything leaves the office; none of it stops a report. */
export function DoubtList({ period, doubts }: { readonly period: Asked; readonly doubts: readonly Doubt[] }) {
  return (
    <Section
      title="Chỗ cần xem lại"
      note="Sửa trong sổ, hoặc ghi lý do nếu số liệu đúng. Không chặn việc lập báo cáo."
    >
      {doubts.length === 0 ? (
        <EmptyState icon="done" title="Không có chỗ nào cần xem lại">
          Ngày tháng, số hồ sơ trực tiếp và các số liệu của kỳ không có dấu hiệu bất thường.
        </EmptyState>
      ) : (
        <ul className="rou-doubts">
          {doubts.map(doubt => (
            <DoubtItem key={doubt.key} period={period} doubt={doubt} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function DoubtItem({ period, doubt }: { readonly period: Asked; readonly doubt: Doubt }) {
  const may = useMay()
  const [open, setOpen] = useState(false)
  const [writing, setWriting] = useState(false)
  const { sentence, files, days, count, note } = doubt
  const more = files.length + days.length > 0
  const about = useId()
  // whoever leaves the form goes on where they came from
  const cameFromForm = useRef(false)
  const leave = () => {
    cameFromForm.current = true
    setWriting(false)
  }
  const takeFocusBack = (button: HTMLButtonElement | null) => {
    if (button === null || !cameFromForm.current) return
    cameFromForm.current = false
    button.focus()
  }
  return (
    <li className="rou-doubt" data-noted={note !== null}>
      <Icon name={note === null ? 'alert' : 'done'} />
      <div>
        <p id={about}>{sentence}</p>
        {note === null ? null : (
          <p className="g-soft">
            Lý do: {note.text} ({note.by}, {momentWords(note.at)})
          </p>
        )}
        {open ? <Details files={files} days={days} count={count} /> : null}
        {writing ? <NoteForm period={period} doubt={doubt} onLeave={leave} /> : null}
      </div>
      <span className="rou-doubt-actions">
        {more ? (
          <Button
            variant="subtle"
            aria-expanded={open}
            aria-describedby={about}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Thu lại' : files.length > 0 ? 'Xem hồ sơ' : 'Xem ngày'}
          </Button>
        ) : null}
        {may('routine.note') && !writing ? (
          <Button
            ref={takeFocusBack}
            variant="subtle"
            aria-describedby={about}
            onClick={() => setWriting(true)}
          >
            {note === null ? 'Ghi lý do' : 'Sửa lý do'}
          </Button>
        ) : null}
      </span>
    </li>
  )
}

function Details({ files, days, count }: Pick<Doubt, 'files' | 'days' | 'count'>) {
  const may = useMay()
  return (
    <>
      {files.length === 0 ? null : (
        <ul className="rou-files">
          {files.map(({ id, dossierCode, why }) => (
            <li key={id}>
              <Link href={registerAddress({}, id)}>{dossierCode}</Link> <span className="g-soft">{why}</span>
            </li>
          ))}
        </ul>
      )}
      {count > files.length && files.length > 0 ? (
        <p className="g-soft">và {count - files.length} hồ sơ khác.</p>
      ) : null}
      {days.length === 0 ? null : <p className="g-soft">{days.map(showDay).join(', ')}</p>}
      {days.length > 0 && may('targets.setDirectCount') ? (
        <p>
          <Link href="/cai-dat/chi-tieu">Nhập tổng số theo ngày</Link>
        </p>
      ) : null}
    </>
  )
}

const rule = z.object({ text: optionalText(1000) })

type NoteProps = { readonly period: Asked; readonly doubt: Doubt; readonly onLeave: () => void }

function NoteForm({ period, doubt: { key, note }, onLeave }: NoteProps) {
  const command = useCommand('routine.note')
  const version = useSeenVersion(note?.version ?? 0, command.error)
  const form = useZodForm(rule, { text: note?.text ?? '' })
  return (
    <Form
      form={form}
      label="Lý do"
      onSubmit={async ({ text }) => {
        await command.mutateAsync({ period, doubt: key, text, version })
        onLeave()
      }}
      footer={
        <>
          <Button variant="default" onClick={onLeave}>
            Quay lại
          </Button>
          <Button type="submit" loading={command.isPending} title="Ctrl+Enter">
            Lưu lý do
          </Button>
        </>
      }
    >
      <TextBlock form={form} name="text" label="Lý do số liệu đúng" autoFocus lines={2} />
    </Form>
  )
}
