import { Button } from '@mantine/core'
import { useState } from 'react'
import { contract } from '../../electron/core/contract.ts'
import type { Team } from '../../electron/core/teams/contract.ts'
import { useMay } from '../api/me.ts'
import { useAsk, useCommand } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { CheckField } from '../ui/check-field.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Form } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { say } from '../ui/said.tsx'
import { Tag } from '../ui/status-badge.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import { EditButton, FormButtons, ListAndForm } from './list-and-form.tsx'

const newTeam: Team = { id: 0, name: '', active: true, version: 0 }

/** Teams that files are given to; one that is no longer used stays on its old files. */
export function TeamsPart() {
  const may = useMay()('teams.update')
  const teams = useAsk('teams.list', {})
  const [editing, setEditing] = useState<Team | null>(null)
  const close = () => setEditing(null)
  return (
    <ListAndForm
      title="Tổ"
      note="Hồ sơ được giao cho tổ; báo cáo tách số liệu theo tổ."
      action={
        may ? (
          <Button variant="default" leftSection={<Icon name="add" />} onClick={() => setEditing(newTeam)}>
            Thêm tổ
          </Button>
        ) : undefined
      }
      onClose={close}
      form={
        editing === null
          ? null
          : {
              title: editing.id === 0 ? 'Thêm tổ' : 'Sửa tổ',
              content: <TeamForm key={editing.id} team={editing} onClose={close} />,
            }
      }
      list={
        <Answered ask={teams}>
          {list =>
            list.length === 0 ? (
              <EmptyState icon="users" title="Chưa có tổ nào">
                Thêm tổ để giao hồ sơ và xem số liệu theo tổ.
              </EmptyState>
            ) : (
              <PlainTable
                label="Danh sách tổ"
                headings={[
                  { text: 'Tên tổ' },
                  { text: 'Tình trạng', fit: true },
                  { text: 'Thao tác', fit: true, align: 'right' },
                ]}
                rows={list.map(team => ({
                  key: team.id,
                  ...(team.active ? {} : { tone: 'muted' as const }),
                  cells: [
                    team.name,
                    <InUse key="state" inUse={team.active} />,
                    may ? <EditButton key="edit" what={team.name} onClick={() => setEditing(team)} /> : null,
                  ],
                }))}
              />
            )
          }
        </Answered>
      }
    />
  )
}

/** Used or retired: nothing that files refer to is ever deleted. */
export function InUse({ inUse }: { readonly inUse: boolean }) {
  return inUse ? (
    <Tag tone="good" icon="check">
      Đang dùng
    </Tag>
  ) : (
    <Tag tone="neutral" icon="minus">
      Ngừng dùng
    </Tag>
  )
}

const rule = contract.teams.update.input.pick({ name: true, active: true })

function TeamForm({ team, onClose }: { readonly team: Team; readonly onClose: () => void }) {
  const create = useCommand('teams.create')
  const update = useCommand('teams.update')
  const form = useZodForm(rule, { name: team.name, active: team.active })
  return (
    <Form
      form={form}
      label="Tổ"
      onSubmit={async ({ name, active }) => {
        if (team.id === 0) await create.mutateAsync({ name })
        else await update.mutateAsync({ id: team.id, version: team.version, name, active })
        say(`Đã lưu “${name}”.`)
        onClose()
      }}
      footer={<FormButtons busy={form.formState.isSubmitting} onClose={onClose} />}
    >
      <TextField form={form} name="name" label="Tên tổ" required autoFocus />
      {team.id === 0 ? null : (
        <CheckField
          form={form}
          name="active"
          label="Đang dùng"
          hint="Bỏ chọn để không giao hồ sơ mới cho tổ này."
        />
      )}
    </Form>
  )
}
