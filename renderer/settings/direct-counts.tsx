import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { useState } from 'react'
import { showDay } from '../../electron/core/calendar/day.ts'
import { contract } from '../../electron/core/contract.ts'
import {
  calendarRule,
  nextPeriod,
  periodOf,
  periodTitle,
  previousPeriod,
} from '../../electron/core/periods/period.ts'
import type { DirectCount } from '../../electron/core/targets/contract.ts'
import { useMay } from '../api/me.ts'
import { useAsk, useCommand } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { DayField } from '../ui/day-field.tsx'
import { today } from '../ui/day-text.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Form } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { showNumber } from '../ui/number-text.ts'
import { PlainTable } from '../ui/plain-table.tsx'
import { say } from '../ui/said.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { EditButton, FormButtons, ListAndForm } from './list-and-form.tsx'

/** In-person work that is not logged file by file: one total a day, month by month. */
export function DirectCounts() {
  const may = useMay()('targets.setDirectCount')
  const [month, setMonth] = useState(() => periodOf('month', today(), calendarRule))
  const counts = useAsk('targets.directCounts', { from: month.from, to: month.to }, { keep: true })
  const [editing, setEditing] = useState<DirectCount | 'new' | null>(null)
  const close = () => setEditing(null)
  return (
    <ListAndForm
      title="Số lượt trực tiếp trong ngày"
      note="Chỉ nhập khi hồ sơ trực tiếp không ghi từng hồ sơ trong ứng dụng."
      action={
        may ? (
          <Button variant="default" leftSection={<Icon name="add" />} onClick={() => setEditing('new')}>
            Nhập số lượt
          </Button>
        ) : undefined
      }
      onClose={close}
      form={
        editing === null
          ? null
          : {
              title: editing === 'new' ? 'Nhập số lượt' : 'Sửa số lượt',
              content: (
                <CountForm
                  key={editing === 'new' ? 'new' : editing.day}
                  count={editing === 'new' ? null : editing}
                  onClose={close}
                />
              ),
            }
      }
      list={
        <>
          <div className="g-inline">
            <Tooltip label="Tháng trước">
              <ActionIcon
                variant="default"
                size={32}
                aria-label="Tháng trước"
                onClick={() => setMonth(previousPeriod(month, calendarRule))}
              >
                <Icon name="left" />
              </ActionIcon>
            </Tooltip>
            <strong>{periodTitle(month)}</strong>
            <Tooltip label="Tháng sau">
              <ActionIcon
                variant="default"
                size={32}
                aria-label="Tháng sau"
                onClick={() => setMonth(nextPeriod(month, calendarRule))}
              >
                <Icon name="right" />
              </ActionIcon>
            </Tooltip>
          </div>
          <Answered ask={counts}>
            {list =>
              list.length === 0 ? (
                <EmptyState icon="calendar" title="Tháng này chưa nhập số lượt trực tiếp">
                  Hồ sơ trực tiếp đã ghi từng hồ sơ thì không cần nhập ở đây.
                </EmptyState>
              ) : (
                <PlainTable
                  label="Số lượt trực tiếp trong ngày"
                  headings={[
                    { text: 'Ngày', fit: true },
                    { text: 'Số lượt', fit: true, align: 'right' },
                    { text: 'Nguồn số liệu' },
                    { text: 'Thao tác', fit: true, align: 'right' },
                  ]}
                  rows={list.map(count => ({
                    key: count.day,
                    cells: [
                      showDay(count.day),
                      showNumber(count.count),
                      count.source,
                      may ? (
                        <EditButton
                          key="edit"
                          what={`số lượt ngày ${showDay(count.day)}`}
                          onClick={() => setEditing(count)}
                        />
                      ) : null,
                    ],
                  }))}
                />
              )
            }
          </Answered>
        </>
      }
    />
  )
}

const rule = contract.targets.setDirectCount.input.omit({ version: true })

function CountForm({ count, onClose }: { readonly count: DirectCount | null; readonly onClose: () => void }) {
  const set = useCommand('targets.setDirectCount')
  const form = useZodForm(rule, {
    day: count?.day ?? today(),
    count: count?.count ?? 0,
    source: count?.source ?? '',
  })
  return (
    <Form
      form={form}
      label="Số lượt trực tiếp"
      onSubmit={async values => {
        await set.mutateAsync({ ...values, version: count?.version ?? 0 })
        say(`Đã lưu số lượt ngày ${showDay(values.day)}.`)
        onClose()
      }}
      footer={<FormButtons busy={form.formState.isSubmitting} onClose={onClose} />}
    >
      <DayField
        form={form}
        name="day"
        label="Ngày"
        required
        disabled={count !== null}
        autoFocus={count === null}
      />
      <NumberField form={form} name="count" label="Số lượt" required autoFocus={count !== null} />
      <TextField
        form={form}
        name="source"
        label="Nguồn số liệu"
        hint="Ví dụ: sổ theo dõi bộ phận một cửa."
        required
      />
    </Form>
  )
}
