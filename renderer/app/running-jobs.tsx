import { Popover, UnstyledButton } from '@mantine/core'
import type { JobStatus } from '../../electron/core/jobs/contract.ts'
import { useAsk, useCommand } from '../api/use-query.ts'
import { Icon } from '../ui/icon.tsx'
import { JobProgress } from '../ui/job-progress.tsx'

const names: Readonly<Record<string, string>> = {
  'applications.exportList': 'Xuất danh sách',
  'batches.run': 'Xử lý hàng loạt',
  'batches.undo': 'Hoàn tác xử lý hàng loạt',
  'imports.plan': 'Kiểm tra danh sách',
  'imports.apply': 'Nhập danh sách',
  'reports.export': 'Xuất báo cáo',
  'backup.create': 'Sao lưu dữ liệu',
  'audit.verify': 'Kiểm tra dữ liệu',
  'setup.demo': 'Tạo dữ liệu mẫu',
}

const nameOf = (job: JobStatus): string => names[job.operation] ?? 'Việc đang chạy'

/** Jobs under way on this data folder, also those started at another screen. */
export function RunningJobs() {
  const running = useAsk('jobs.running', {}, { every: 3000 })
  const cancel = useCommand('jobs.cancel')
  const jobs = running.data ?? []
  if (jobs.length === 0) return null
  const first = jobs[0]
  return (
    <Popover position="bottom-end" width={360} withArrow={false}>
      <Popover.Target>
        <UnstyledButton className="g-top-button g-top-jobs">
          <Icon name="refresh" size={18} />
          <span>
            {jobs.length === 1 && first !== undefined ? nameOf(first) : `${jobs.length} việc đang chạy`}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="g-dialog">
          {jobs.map(job => (
            <div key={job.id}>
              <p className="g-soft">
                {nameOf(job)} · {job.by}
              </p>
              <JobProgress label={nameOf(job)} status={job} onCancel={() => cancel.mutate({ id: job.id })} />
            </div>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
