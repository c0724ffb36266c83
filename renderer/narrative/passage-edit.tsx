import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { longestPassage, type NarrativePassage } from '../../electron/core/narrative/contract.ts'
import { ApiError } from '../api/api-error.ts'
import { useCommand } from '../api/use-query.ts'
import { Banner } from '../ui/banner.tsx'
import { Form } from '../ui/form.tsx'
import { isComposing } from '../ui/keys.ts'
import { TextBlock } from '../ui/text-field.tsx'
import { useZodForm } from '../ui/use-zod-form.ts'
import type { NarrativeOf } from './narrative-part.tsx'
import type { UnsavedWords } from './unsaved.ts'

const rule = z.object({
  text: z
    .string()
    .max(longestPassage, `Đoạn văn dài quá ${longestPassage} ký tự. Rút ngắn hoặc chia thành nhiều đoạn.`),
})

type EditProps = {
  readonly of: NarrativeOf
  readonly passage: NarrativePassage
  readonly unsaved: UnsavedWords
  readonly onLeave: () => void
}

/** Rewrites one paragraph in its place; what somebody else saved meanwhile is shown, and nothing typed is lost. */
export function PassageEdit({ of, passage, unsaved, onLeave }: EditProps) {
  const save = useCommand('narrative.save')
  const [left] = useState(() => unsaved.of(passage.id))
  const form = useZodForm(rule, { text: left?.text ?? passage.text })
  // the version that was read, not the one that may have come since
  const [version, setVersion] = useState(left?.version ?? passage.edit?.version ?? 0)
  const [read] = useState(passage.text)
  const keep = (words: string | null) =>
    unsaved.keep(passage.id, words === null || words === read ? null : { text: words, version })
  // listened to anew at each drawing, so that the words are kept with the version that stands
  useEffect(() => form.watch(({ text = '' }) => keep(text)).unsubscribe)
  const drop = () => {
    keep(null)
    onLeave()
  }
  const [theirs, setTheirs] = useState<string | null>(null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the key comes from the field inside
    <div
      className="nar-edit"
      onKeyDown={event => {
        if (event.key !== 'Escape' || isComposing(event)) return
        event.preventDefault()
        event.stopPropagation()
        onLeave()
      }}
    >
      <Form
        form={form}
        label="Sửa đoạn văn"
        onSubmit={async ({ text }) => {
          try {
            await save.mutateAsync({ ...of, passage: passage.id, text, version })
          } catch (error) {
            const standing = error instanceof ApiError && error.code === 'conflict' ? error.details : null
            if (typeof standing?.version === 'number') setVersion(standing.version)
            setTheirs(typeof standing?.text === 'string' ? standing.text : null)
            throw error
          }
          drop()
        }}
        footer={
          <>
            {left === undefined ? null : (
              <Button variant="default" color="gray" onClick={drop}>
                Bỏ lời sửa dở
              </Button>
            )}
            <Button variant="default" onClick={onLeave} title="Esc">
              Quay lại
            </Button>
            <Button type="submit" loading={save.isPending} title="Ctrl+Enter">
              Lưu đoạn
            </Button>
          </>
        }
      >
        <TextBlock
          form={form}
          name="text"
          label="Nội dung đoạn"
          hint="Mỗi dòng là một đoạn. Xóa hết nội dung để bỏ đoạn khỏi báo cáo."
          autoFocus
          lines={5}
        />
        {theirs === null ? null : (
          <Banner tone="attention" title="Bản của người kia">
            {theirs}
          </Banner>
        )}
      </Form>
    </div>
  )
}
