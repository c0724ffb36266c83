import { addDays, type Day } from '../calendar/day.ts'
import type { About } from './draw.ts'

/** An invented file, to show how a slip is worded. */
export function sampleFile(today: Day): About {
  const file = {
    dossierCode: 'HS-MAU-0001',
    fullName: 'Nguyễn Văn Mẫu',
    sex: 'male',
    submitterName: null,
    address: 'Số 01 đường Mẫu, xã Mẫu, huyện Mẫu',
    phone: '0900000000',
    request: 'Đổi giấy phép lái xe do ngành Giao thông vận tải cấp, hạng B2',
    usualPapers: ['Đơn đề nghị đổi giấy phép lái xe', 'Giấy phép lái xe hiện có'],
    channel: 'direct',
    returnWay: 'counter',
    status: 4,
    received: { day: addDays(today, -7), time: '08:30' },
    dueDay: today,
    dueConfirmed: true,
    closedDay: null,
    days: 5,
    teamName: 'Tổ mẫu',
    officerName: 'Trần Thị Mẫu',
    steps: [],
  } as const
  return { of: 'file', id: 0, file }
}

/** An invented hand-over to the post. */
export function samplePost(day: Day): About {
  const address = 'Số 01 đường Mẫu, xã Mẫu, huyện Mẫu'
  const files = ['Nguyễn Văn Mẫu', 'Trần Thị Mẫu'].map((fullName, at) => ({
    dossierCode: `HS-MAU-000${at + 1}`,
    fullName,
    address,
    postalCode: null,
  }))
  return { of: 'batch', id: 0, post: { day, postOffice: 'Bưu điện trung tâm', files } }
}
