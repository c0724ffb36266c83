import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { Link } from 'wouter'
import type { SavedView } from '../../electron/core/views/contract.ts'
import { useCommand } from '../api/use-query.ts'
import { addressOf } from '../applications/register-address.ts'
import type { RegisterFilter } from '../applications/register-filter.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { say } from '../ui/said.tsx'
import { Count } from './count.tsx'
import type { Views } from './use-views.ts'
import { equals } from './view-match.ts'

export type ViewTask = { readonly what: 'save' | 'rename' | 'remove'; readonly view: SavedView | null }

type SavedViewListProps = {
  readonly views: Views
  /** Naming, renaming and removing are asked in a dialog beside the list. */
  readonly onTask: (task: ViewTask) => void
  readonly onChosen?: () => void
}

/** The lists a user has kept and those an administrator shares, with what can be done to each. */
export function SavedViewList({ views, onTask, onChosen }: SavedViewListProps) {
  const { filter, saved, current } = views
  const save = useCommand('views.save')
  const changed = current?.own === true && !sameList(filter, current.filter)
  return (
    <section className="vw-saved" aria-label="Danh sách đã lưu">
      <h2>Danh sách đã lưu</h2>
      {saved.length === 0 ? (
        <p className="app-soft">Chưa lưu danh sách nào. Lọc rồi lưu lại để mở nhanh lần sau.</p>
      ) : null}
      <ul>
        {saved.map(view => (
          <li key={view.id}>
            <Link
              href={addressOf(view.filter, { view: String(view.id) })}
              className="vw-queue"
              aria-current={view.id === current?.id ? 'true' : undefined}
              onClick={() => onChosen?.()}
            >
              <span className="vw-word">{view.name}</span>
              {view.shared ? <SharedMark /> : null} <Count count={view.count} />
            </Link>
            {view.own ? (
              <>
                <Tool
                  label={`Đổi tên ${view.name}`}
                  icon="edit"
                  onClick={() => onTask({ what: 'rename', view })}
                />
                <Tool
                  label={`Xóa ${view.name}`}
                  icon="delete"
                  onClick={() => onTask({ what: 'remove', view })}
                />
              </>
            ) : null}
          </li>
        ))}
      </ul>
      <div className="vw-saved-foot">
        {changed && current !== null ? (
          <Button
            variant="default"
            loading={save.isPending}
            onClick={() =>
              save.mutateAsync({ ...saveOf(current), filter }).then(
                () => say(`Đã cập nhật danh sách “${current.name}”.`),
                () => undefined,
              )
            }
          >
            Cập nhật “{current.name}”
          </Button>
        ) : null}
        <Button
          variant="default"
          leftSection={<Icon name="bookmark" />}
          onClick={() => onTask({ what: 'save', view: null })}
        >
          Lưu danh sách đang xem
        </Button>
      </div>
    </section>
  )
}

/** The order belongs to a kept list too. */
function sameList(filter: RegisterFilter, kept: RegisterFilter): boolean {
  const { order = 'newest', reversed = false } = kept
  return (
    equals(filter, kept) && (filter.order ?? 'newest') === order && (filter.reversed ?? false) === reversed
  )
}

const saveOf = ({ id, version, name, shared }: SavedView) => ({ id, version, name, shared })

function SharedMark() {
  return (
    <span className="vw-shared" title="Dùng chung trong cơ quan">
      <Icon name="users" size={14} />
      <span className="g-hidden">dùng chung</span>
    </span>
  )
}

type ToolProps = { readonly label: string; readonly icon: IconName; readonly onClick: () => void }

function Tool({ label, icon, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size={26} aria-label={label} onClick={onClick}>
        <Icon name={icon} size={15} />
      </ActionIcon>
    </Tooltip>
  )
}
