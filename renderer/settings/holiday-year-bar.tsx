import { Button } from '@mantine/core'
import type { HolidayYear } from '../../electron/core/catalogue/contract.ts'
import { useCommand } from '../api/use-query.ts'
import { Banner } from '../ui/banner.tsx'
import { say } from '../ui/said.tsx'

/** Whether a year's days off are decided; deadlines that run into an undecided year say so. */
export function HolidayYearBar({ year, may }: { readonly year: HolidayYear; readonly may: boolean }) {
  const confirm = useCommand('catalogue.confirmYear')
  const change = (confirmed: boolean) =>
    confirm.mutate(
      { year: year.year, confirmed, version: year.version },
      {
        onSuccess: () =>
          say(
            confirmed
              ? `Đã xác nhận lịch nghỉ năm ${year.year}.`
              : `Đã bỏ xác nhận lịch nghỉ năm ${year.year}.`,
          ),
      },
    )
  return (
    <>
      <Banner
        tone={year.confirmed ? 'good' : 'attention'}
        action={
          may ? (
            <Button
              variant="default"
              size="compact-sm"
              loading={confirm.isPending}
              onClick={() => change(!year.confirmed)}
            >
              {year.confirmed ? 'Bỏ xác nhận' : 'Xác nhận lịch nghỉ'}
            </Button>
          ) : undefined
        }
      >
        {year.confirmed
          ? `Lịch nghỉ năm ${year.year} đã được xác nhận; năm có ${year.workingDays} ngày làm việc.`
          : `Lịch nghỉ năm ${year.year} chưa được xác nhận; ngày hẹn trả trong năm này có thể thay đổi.`}
      </Banner>
      {confirm.error === null ? null : <Banner tone="bad">{confirm.error.message}</Banner>}
    </>
  )
}
