import { useState } from 'react'
import { ChoiceField } from '../ui/choice-field.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

type GuardedChoiceProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly choices: readonly { readonly value: T; readonly label: string }[]
  readonly autoFocus?: boolean
  /** Something below was typed and is not saved. */
  readonly dirty: boolean
  readonly onChoose: (value: T) => void
}

/** Chooses which form stands below; what was typed there is given up only on demand. */
export function GuardedChoice<T extends string>(props: GuardedChoiceProps<T>) {
  const { dirty, onChoose, ...look } = props
  const [wanted, setWanted] = useState<T | null>(null)
  return (
    <>
      <ChoiceField
        {...look}
        onChange={next => {
          if (next === null || next === look.value) return
          if (dirty) setWanted(next)
          else onChoose(next)
        }}
      />
      <ConfirmDialog
        opened={wanted !== null}
        title="Nội dung đang sửa chưa lưu"
        verb="Bỏ nội dung đang sửa"
        danger
        onConfirm={async () => {
          if (wanted !== null) onChoose(wanted)
        }}
        onClose={() => setWanted(null)}
      >
        <p>Chuyển sang nội dung khác thì phần vừa sửa ở đây sẽ mất. Muốn giữ, quay lại và lưu trước.</p>
      </ConfirmDialog>
    </>
  )
}
