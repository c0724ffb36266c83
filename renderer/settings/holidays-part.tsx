import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { showDay, weekday } from '../../electron/core/calendar/day.ts'
import type { Holiday, HolidayYear } from '../../electron/core/catalogue/contract.ts'
import { useMay } from '../api/me.ts'
import { useAsk, useCommand } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { today } from '../ui/day-text.ts'
import { Icon } from '../ui/icon.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { say } from '../ui/said.tsx'
import { HolidayForm } from './holiday-form.tsx'
import { holidayKinds, weekdayNames } from './holiday-words.ts'
import { HolidayYearBar } from './holiday-year-bar.tsx'
import { EditButton, ListAndForm } from './list-and-form.tsx'

/** Days off and Saturdays worked instead: every deadline is counted by this list. */
export function HolidaysPart() {
  const years = useAsk('catalogue.holidays', {})
  return <Answered ask={years}>{list => <Years years={list} />}</Answered>
}

function Years({ years }: { readonly years: readonly HolidayYear[] }) {
  const may = useMay()('catalogue.saveHoliday')
  const remove = useCommand('catalogue.removeHoliday')
  const [chosen, setChosen] = useState(Number(today().slice(0, 4)))
  const [editing, setEditing] = useState<Holiday | 'new' | null>(null)
  const [removing, setRemoving] = useState<Holiday | null>(null)
  const year = years.find(one => one.year === chosen) ?? years.at(-1)
  const close = () => setEditing(null)
  return (
    <>
      <ListAndForm
        title="Ngày nghỉ, ngày làm bù"
        note="Ngày hẹn trả và số ngày quá hạn được tính theo danh sách này."
        action={
          may ? (
            <Button variant="default" leftSection={<Icon name="add" />} onClick={() => setEditing('new')}>
              Thêm ngày
            </Button>
          ) : undefined
        }
        onClose={close}
        form={
          editing === null
            ? null
            : {
                title: editing === 'new' ? 'Thêm ngày' : 'Sửa ngày',
                content: (
                  <HolidayForm
                    key={editing === 'new' ? 'new' : editing.day}
                    holiday={editing === 'new' ? null : editing}
                    onClose={close}
                  />
                ),
              }
        }
        list={
          <>
            <SegmentedControl
              aria-label="Năm"
              className="g-start"
              data={years.map(one => String(one.year))}
              value={String(year?.year ?? '')}
              onChange={value => setChosen(Number(value))}
            />
            {year === undefined ? null : <HolidayYearBar year={year} may={may} />}
            <PlainTable
              label={`Ngày nghỉ năm ${year?.year ?? ''}`}
              headings={[
                { text: 'Ngày', fit: true },
                { text: 'Thứ', fit: true },
                { text: 'Tên' },
                { text: 'Loại', fit: true },
                { text: 'Thao tác', fit: true, align: 'right' },
              ]}
              rows={(year?.days ?? []).map(holiday => ({
                key: holiday.day,
                cells: [
                  showDay(holiday.day),
                  weekdayNames[weekday(holiday.day) - 1],
                  <span key="name" title={holiday.source === '' ? undefined : `Căn cứ: ${holiday.source}`}>
                    {holiday.name}
                  </span>,
                  holidayKinds[holiday.kind],
                  may ? (
                    <div key="buttons" className="g-row-buttons">
                      <EditButton what={`ngày ${showDay(holiday.day)}`} onClick={() => setEditing(holiday)} />
                      <Button
                        variant="subtle"
                        color="red"
                        size="compact-sm"
                        aria-label={`Bỏ ngày ${showDay(holiday.day)}`}
                        onClick={() => setRemoving(holiday)}
                      >
                        Bỏ
                      </Button>
                    </div>
                  ) : null,
                ],
              }))}
            />
          </>
        }
      />
      <ConfirmDialog
        opened={removing !== null}
        title="Bỏ ngày khỏi lịch nghỉ"
        verb="Bỏ ngày này"
        danger
        onClose={() => setRemoving(null)}
        onConfirm={async () => {
          if (removing === null) return
          await remove.mutateAsync({ day: removing.day, version: removing.version })
          say(`Đã bỏ ngày ${showDay(removing.day)} khỏi lịch nghỉ.`)
        }}
      >
        {removing === null ? null : (
          <p>
            {showDay(removing.day)} ({removing.name}) sẽ được tính như ngày thường. Ngày hẹn trả đã ghi trên
            hồ sơ không thay đổi.
          </p>
        )}
      </ConfirmDialog>
    </>
  )
}
