import { useState } from 'react'
import { useCommand } from '../api/use-query.ts'
import { FilterPopover } from '../applications/filter-popover.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { SaveViewDialog } from './save-view-dialog.tsx'
import { SavedViewList, type ViewTask } from './saved-views.tsx'
import type { Views } from './use-views.ts'

/** The lists a user has kept, behind one button. Its dialogs stand beside it: a click in them closes the popover. */
export function SavedViewsButton({ views }: { readonly views: Views }) {
  const [task, setTask] = useState<ViewTask | null>(null)
  return (
    <>
      <FilterPopover label="Danh sách đã lưu" chosen={views.current?.name ?? null} icon="bookmark">
        {close => (
          <SavedViewList
            views={views}
            onChosen={close}
            onTask={next => {
              close()
              setTask(next)
            }}
          />
        )}
      </FilterPopover>
      <TaskDialog views={views} task={task} onClose={() => setTask(null)} />
    </>
  )
}

/** The same below the queues, where there is room for it. */
export function SavedViewsColumn({ views }: { readonly views: Views }) {
  const [task, setTask] = useState<ViewTask | null>(null)
  return (
    <>
      <SavedViewList views={views} onTask={setTask} />
      <TaskDialog views={views} task={task} onClose={() => setTask(null)} />
    </>
  )
}

type TaskDialogProps = {
  readonly views: Views
  readonly task: ViewTask | null
  readonly onClose: () => void
}

function TaskDialog({ views, task, onClose }: TaskDialogProps) {
  const remove = useCommand('views.remove')
  const view = task?.view ?? null
  return (
    <>
      {task !== null && task.what !== 'remove' ? (
        <SaveViewDialog filter={views.filter} view={view} onClose={onClose} />
      ) : null}
      <ConfirmDialog
        opened={task?.what === 'remove'}
        title={`Xóa danh sách “${view?.name ?? ''}”`}
        verb="Xóa danh sách đã lưu"
        danger
        onConfirm={() =>
          view === null ? undefined : remove.mutateAsync({ id: view.id, version: view.version })
        }
        onClose={onClose}
      >
        <p>Chỉ xóa cách lọc đã lưu; hồ sơ không bị ảnh hưởng.</p>
      </ConfirmDialog>
    </>
  )
}
