import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Application } from '../../electron/core/applications/contract.ts'
import { useMay, useMe } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { Banner } from '../ui/banner.tsx'
import { today } from '../ui/day-text.ts'
import { Icon } from '../ui/icon.tsx'
import { useShortcuts } from '../ui/keys.ts'
import { draftMoment, readDraft } from './draft-values.ts'
import { forgetDraft } from './drafts.ts'
import { FactsEdit, startOf } from './facts-edit.tsx'
import { FactChoicesAnswered } from './facts-fields.tsx'
import { FactsView } from './facts-view.tsx'

type FactsPartProps = { readonly file: Application; readonly onEdit: () => void }

/** The facts to read, and on F2 as a form in the same place; what was left unsaved is offered back. */
export function FactsPart({ file, onEdit }: FactsPartProps) {
  const may = useMay()
  const me = useMe()
  const [editing, setEditing] = useState(false)
  const mayEdit = may('applications.edit')
  const name = `edit-${file.id}` as const
  const kept = useAsk('drafts.get', { form: name }, { enabled: mayEdit && !editing })
  const draft = kept.data == null ? null : readDraft(kept.data.value, startOf(file))
  const edit = () => {
    onEdit()
    setEditing(true)
  }
  useShortcuts(mayEdit && !editing ? { F2: edit } : {})
  return (
    <section className="app-part">
      <div className="app-part-head">
        <h3>Thông tin hồ sơ</h3>
        {mayEdit && !editing ? (
          <Button variant="subtle" leftSection={<Icon name="edit" />} onClick={edit} title="F2">
            Sửa thông tin (F2)
          </Button>
        ) : null}
      </div>
      {draft !== null && !editing ? (
        <Banner
          tone="info"
          action={
            <div className="app-inline">
              <Button variant="default" onClick={edit}>
                Sửa tiếp
              </Button>
              <Button
                variant="subtle"
                onClick={() => void forgetDraft(me.id, name).then(() => kept.refetch())}
              >
                Bỏ nội dung
              </Button>
            </div>
          }
        >
          Hồ sơ này có nội dung đang sửa chưa lưu
          {kept.data == null || kept.data.savedAt === ''
            ? '.'
            : ` (${draftMoment(kept.data.savedAt, today())}).`}
        </Banner>
      ) : null}
      {editing ? (
        // an edit begins with what was kept, so the form waits for that answer
        <Answered ask={kept} lines={8}>
          {() => (
            <FactChoicesAnswered>
              <FactsEdit
                file={file}
                draft={draft}
                onLeave={() => {
                  setEditing(false)
                  void kept.refetch()
                }}
              />
            </FactChoicesAnswered>
          )}
        </Answered>
      ) : (
        <FactsView file={file} />
      )}
    </section>
  )
}
