import { Button } from '@mantine/core'
import { useState } from 'react'
import type { DifficultyKind } from '../../electron/core/catalogue/contract.ts'
import { useMay } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { Icon } from '../ui/icon.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { DifficultyForm } from './difficulty-form.tsx'
import { EditButton, ListAndForm } from './list-and-form.tsx'
import { InUse } from './teams-part.tsx'

const code = { text: 'Mã', fit: true } as const
const category = { text: 'Nhóm' } as const
const name = { text: 'Khó khăn, vướng mắc' } as const
const state = { text: 'Tình trạng', fit: true } as const
const action = { text: 'Thao tác', fit: true, align: 'right' } as const

/** What goes wrong at exchanges, in groups, with causes and remedies: the words of the difficulties report. */
export function DifficultiesPart() {
  const may = useMay()('catalogue.saveDifficultyKind')
  const kinds = useAsk('catalogue.difficultyKinds', {})
  const [editing, setEditing] = useState<DifficultyKind | 'new' | null>(null)
  const close = () => setEditing(null)
  return (
    <ListAndForm
      title="Danh mục khó khăn, vướng mắc"
      note="Dùng khi ghi nhận khó khăn và trong báo cáo. Mục ngừng dùng vẫn giữ trên số liệu cũ."
      wide
      action={
        may ? (
          <Button variant="default" leftSection={<Icon name="add" />} onClick={() => setEditing('new')}>
            Thêm mục
          </Button>
        ) : undefined
      }
      onClose={close}
      form={
        editing === null
          ? null
          : {
              title: editing === 'new' ? 'Thêm mục' : `Mục ${editing.code}`,
              content: (
                <DifficultyForm
                  key={editing === 'new' ? 'new' : editing.code}
                  kind={editing === 'new' ? null : editing}
                  readOnly={!may}
                  onClose={close}
                />
              ),
            }
      }
      list={
        <Answered ask={kinds} lines={8}>
          {list => (
            <PlainTable
              label="Danh mục khó khăn, vướng mắc"
              headings={editing === null ? [code, category, name, state, action] : [code, name, action]}
              rows={list.map(kind => ({
                key: kind.code,
                ...(kind.toDay === null ? {} : { tone: 'muted' as const }),
                cells: [
                  kind.code,
                  ...(editing === null ? [kind.category] : []),
                  kind.name,
                  ...(editing === null ? [<InUse key="state" inUse={kind.toDay === null} />] : []),
                  may ? (
                    <EditButton key="edit" what={`mục ${kind.code}`} onClick={() => setEditing(kind)} />
                  ) : (
                    <Button key="view" variant="subtle" size="compact-sm" onClick={() => setEditing(kind)}>
                      Xem
                    </Button>
                  ),
                ],
              }))}
            />
          )}
        </Answered>
      }
    />
  )
}
