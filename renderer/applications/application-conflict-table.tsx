import { useEffect, useRef } from 'react'
import { fields } from '../../electron/core/applications/model.ts'
import { Banner } from '../ui/banner.tsx'
import {
  type Choices,
  type Conflict,
  type ConflictRow,
  otherChanges,
  type Side,
} from './application-conflict.ts'
import { useFactWords } from './facts-words.ts'

type TableProps = {
  readonly message: string
  readonly conflict: Conflict
  readonly rows: readonly ConflictRow[]
  readonly choices: Choices
  readonly onChoose: (field: ConflictRow['field'], side: Side) => void
}

/** Both versions of every field that went different ways; one of each is chosen, and nothing typed is lost. */
export function ConflictTable({ message, conflict, rows, choices, onChoose }: TableProps) {
  const words = useFactWords()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // the button that saves stands below the table: both are to be seen
    frame.current?.closest('form')?.lastElementChild?.scrollIntoView({ block: 'end' })
    frame.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className="app-conflict" ref={frame} tabIndex={-1}>
      <Banner tone="attention" title={message}>
        {rows.length === 0
          ? 'Thông tin đang nhập không trùng phần người khác vừa sửa. Lưu lại là xong.'
          : 'Chọn bản giữ lại cho từng nội dung rồi lưu lại. Nội dung đang nhập vẫn còn trong biểu mẫu.'}
        <OtherChanges conflict={conflict} />
      </Banner>
      {rows.length === 0 ? null : (
        <table className="app-compare" aria-label="Nội dung hai bên cùng sửa">
          <thead>
            <tr>
              <th scope="col">Nội dung</th>
              <th scope="col">Bản của tôi</th>
              <th scope="col">Bản đang lưu</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => {
              const { label } = fields[row.field]
              const chosen = choices.get(row.field) ?? row.usual
              const side = (name: Side, value: unknown) => (
                <label className="app-side" data-chosen={chosen === name}>
                  <input
                    type="radio"
                    name={`side-${row.field}`}
                    checked={chosen === name}
                    aria-label={`${label}: ${name === 'mine' ? 'bản của tôi' : 'bản đang lưu'}`}
                    onChange={() => onChoose(row.field, name)}
                  />
                  <span>{words(row.field, value)}</span>
                </label>
              )
              return (
                <tr key={row.field}>
                  <th scope="row">{label}</th>
                  <td>{side('mine', row.mine)}</td>
                  <td>
                    {side('standing', row.standing)}
                    {row.source === null ? null : <span className="app-soft app-small">{row.source}</span>}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </div>
  )
}

/** Steps and days that somebody else has written meanwhile. */
export function OtherChanges({ conflict }: { readonly conflict: Conflict }) {
  const changes = otherChanges(conflict)
  if (changes.length === 0) return null
  return (
    <ul className="app-remarks">
      {changes.map(change => (
        <li key={change}>{change}</li>
      ))}
    </ul>
  )
}
