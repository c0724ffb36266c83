import { Button } from '@mantine/core'
import { connection } from '../api/connection.ts'
import { useObservable } from '../api/observable.ts'
import { useAsk } from '../api/use-query.ts'
import { askUnreadAgain, useUnread } from '../api/use-unread.ts'
import { Banner } from '../ui/banner.tsx'

/** Says that the host does not answer, and keeps asking until it does. */
export function ConnectionBar() {
  const state = useObservable(connection)
  const again = useAsk('setup.state', {}, state === 'gone' ? { every: 3000 } : {})
  if (state === 'up') return null
  if (state === 'refused') {
    return (
      <Banner tone="bad" shape="bar">
        Ứng dụng đã được khởi động lại với địa chỉ mới. Chép lại nội dung đang nhập nếu cần, rồi mở ứng dụng
        bằng địa chỉ mới.
      </Banner>
    )
  }
  return (
    <Banner
      tone="bad"
      shape="bar"
      action={
        <Button variant="default" size="compact-sm" onClick={() => void again.refetch()}>
          Kết nối lại
        </Button>
      }
    >
      Mất kết nối với ứng dụng. Nội dung đang nhập vẫn còn trên màn hình; đang thử kết nối lại.
    </Banner>
  )
}

/** Says that a part of the screen is missing or old: half an answer must not look like a whole one. */
export function UnreadBar() {
  if (!useUnread()) return null
  return (
    <Banner
      tone="bad"
      shape="bar"
      action={
        <Button variant="default" size="compact-sm" onClick={() => void askUnreadAgain()}>
          Tải lại
        </Button>
      }
    >
      Có phần của màn hình này chưa đọc được, nên nội dung có thể thiếu hoặc chưa mới.
    </Banner>
  )
}

/** The folder holds invented files: said on every screen. */
export function SampleBar() {
  const settings = useAsk('settings.get', {})
  if (settings.data?.sample.value.sample !== true) return null
  return (
    <Banner tone="attention" shape="bar">
      <strong>Dữ liệu mẫu.</strong> Mọi hồ sơ và con số ở đây là giả định, chỉ để dùng thử.
    </Banner>
  )
}
