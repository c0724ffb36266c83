import { Button } from '@mantine/core'
import { useState } from 'react'
import { showDay } from '../../electron/core/calendar/day.ts'
import type { Target } from '../../electron/core/targets/contract.ts'
import { useMay } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { showTarget } from '../overview/target-words.ts'
import { Answered } from '../ui/answered.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { DirectCounts } from './direct-counts.tsx'
import { EditButton, ListAndForm } from './list-and-form.tsx'
import { TargetForm } from './target-form.tsx'

/** Targets by year, and the in-person totals they are measured against. */
export function TargetsPart() {
  const may = useMay()('targets.set')
  const targets = useAsk('targets.list', {})
  const teams = useAsk('teams.list', {})
  const [editing, setEditing] = useState<Target | 'new' | null>(null)
  const close = () => setEditing(null)
  const teamName = (id: number) =>
    id === 0 ? 'Toàn cơ quan' : (teams.data?.find(team => team.id === id)?.name ?? '')
  return (
    <>
      <ListAndForm
        title="Chỉ tiêu trực tuyến"
        note="Tỷ lệ hồ sơ trực tuyến so với hồ sơ nộp trực tiếp; cách tính ở phần Quy tắc."
        action={
          may ? (
            <Button variant="default" leftSection={<Icon name="add" />} onClick={() => setEditing('new')}>
              Thêm chỉ tiêu
            </Button>
          ) : undefined
        }
        onClose={close}
        form={
          editing === null
            ? null
            : {
                title: editing === 'new' ? 'Thêm chỉ tiêu' : 'Sửa chỉ tiêu',
                content: (
                  <TargetForm
                    key={editing === 'new' ? 'new' : `${editing.year}/${editing.teamId}/${editing.month}`}
                    target={editing === 'new' ? null : editing}
                    teams={teams.data ?? []}
                    onClose={close}
                  />
                ),
              }
        }
        list={
          <Answered ask={targets}>
            {list =>
              list.length === 0 ? (
                <EmptyState icon="bars" title="Chưa có chỉ tiêu nào">
                  Thêm chỉ tiêu của năm theo văn bản giao để xem còn thiếu bao nhiêu hồ sơ.
                </EmptyState>
              ) : (
                <PlainTable
                  label="Danh sách chỉ tiêu"
                  headings={[
                    { text: 'Năm', fit: true },
                    { text: 'Phạm vi' },
                    { text: 'Thời gian', fit: true },
                    { text: 'Chỉ tiêu', fit: true, align: 'right' },
                    { text: 'Văn bản giao' },
                    { text: 'Thao tác', fit: true, align: 'right' },
                  ]}
                  rows={list.map(target => ({
                    key: `${target.year}/${target.teamId}/${target.month}`,
                    cells: [
                      target.year,
                      teamName(target.teamId),
                      target.month === 0 ? 'Cả năm' : `Tháng ${target.month}`,
                      showTarget(target.basisPoints),
                      target.documentDay === null
                        ? target.document
                        : `${target.document} ngày ${showDay(target.documentDay)}`,
                      may ? (
                        <EditButton
                          key="edit"
                          what={`chỉ tiêu năm ${target.year}`}
                          onClick={() => setEditing(target)}
                        />
                      ) : null,
                    ],
                  }))}
                />
              )
            }
          </Answered>
        }
      />
      <DirectCounts />
    </>
  )
}
