import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { FileContent } from '../../electron/core/operation.ts'
import { Icon } from '../ui/icon.tsx'

const kinds = '.xlsx,.csv,.xls,.txt'

async function readFile(file: File): Promise<FileContent> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
}

/** A list is dropped here or chosen with the button; its bytes stay in this page until they are sent. */
export function FileDrop({ onFile }: { readonly onFile: (file: FileContent) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file !== undefined) void readFile(file).then(onFile)
  }
  return (
    <section
      className="imp-drop"
      aria-label="Chọn tệp danh sách"
      data-over={over}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <Icon name="workbook" size={32} />
      <strong>Kéo tệp danh sách vào đây</strong>
      <p className="g-soft">
        Danh sách xuất từ Cổng dịch vụ công hoặc sổ của tổ, dạng Excel (.xlsx) hoặc CSV. Bước đầu chỉ kiểm
        tra, chưa ghi vào sổ.
      </p>
      <Button leftSection={<Icon name="upload" />} onClick={() => input.current?.click()}>
        Chọn tệp danh sách
      </Button>
      <input
        ref={input}
        type="file"
        accept={kinds}
        hidden
        aria-label="Tệp danh sách"
        onChange={event => {
          take(event.currentTarget.files)
          // the same file may be chosen again after it was changed in Excel
          event.currentTarget.value = ''
        }}
      />
    </section>
  )
}
