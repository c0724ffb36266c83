import { Button, Tooltip } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import type { NarrativePassage } from '../../electron/core/narrative/contract.ts'
import { nothingToShow } from '../../electron/core/reports/number-text.ts'
import { useCommand } from '../api/use-query.ts'
import { momentWords } from '../filings/filing-look.tsx'
import type { OnFigure } from '../print/report-table.tsx'
import { FormError } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import type { NarrativeOf } from './narrative-part.tsx'

type ViewProps = {
  readonly of: NarrativeOf
  readonly passage: NarrativePassage
  readonly onEdit?: () => void
  /** The keyboard comes back here from having rewritten it. */
  readonly returned: boolean
  /** Rewritten and neither saved nor dropped. */
  readonly unsaved: boolean
  readonly onFigure: OnFigure
}

/** One paragraph as it stands, who rewrote it, and what in it has to be read again. */
export function PassageView({ of, passage, onEdit, returned, unsaved, onFigure }: ViewProps) {
  const restore = useCommand('narrative.restore')
  const { id, text, edit, doubts, reworded, written } = passage
  const doubted = doubts.length > 0 || reworded
  return (
    <article className="nar-passage" data-doubted={doubted}>
      <div className="nar-text">
        {text === '' ? (
          <p className="g-soft">(Đã bỏ đoạn này khỏi báo cáo)</p>
        ) : (
          paragraphs(passage, onFigure)
        )}
        {edit === null ? null : (
          <p className="g-soft">
            {edit.by} sửa lúc {momentWords(edit.at)}
          </p>
        )}
        {unsaved ? (
          <p className="nar-doubt">
            <Icon name="edit" />
            Lời sửa dở của đoạn này chưa lưu. Bấm "Sửa tiếp" để lưu hoặc bỏ.
          </p>
        ) : null}
        {doubts.map(({ said, label, is }) => (
          <p key={`${said} ${label}`} className="nar-doubt">
            <Icon name="alert" />
            {label === null || is === null
              ? `Số ${said} không gắn với số liệu nào của kỳ. Kiểm tra, ứng dụng không tự cập nhật số này.`
              : `Số ${said} khác số liệu: ${label} là ${is}. Sửa lại số hoặc lời văn.`}
          </p>
        ))}
        {reworded ? (
          <p className="nar-doubt">
            <Icon name="alert" />
            {written === ''
              ? 'Số liệu không còn căn cứ cho đoạn này. Xem lại, bỏ đoạn nếu không cần.'
              : `Nay ứng dụng viết: “${written}”`}
          </p>
        ) : null}
        <FormError error={restore.error} />
      </div>
      {onEdit === undefined ? null : (
        <div className="nar-actions">
          <Button variant="subtle" leftSection={<Icon name="write" />} onClick={onEdit} autoFocus={returned}>
            {unsaved ? 'Sửa tiếp' : 'Sửa đoạn'}
          </Button>
          {edit === null ? null : (
            <Button
              variant="subtle"
              color="gray"
              loading={restore.isPending}
              onClick={() => restore.mutate({ ...of, passage: id, version: edit.version })}
            >
              Lấy lại lời của ứng dụng
            </Button>
          )}
        </div>
      )}
    </article>
  )
}

/** The text with its tied numbers marked; each line is a paragraph. */
function paragraphs({ text, numbers }: NarrativePassage, onFigure: OnFigure): ReactNode {
  const pieces: ReactNode[] = []
  let at = 0
  for (const number of numbers) {
    pieces.push(text.slice(at, number.at))
    const { measure } = number
    pieces.push(
      <Tooltip key={number.at} label={measure === undefined ? number.label : `Xem hồ sơ: ${number.label}`}>
        {measure === undefined || number.text === nothingToShow ? (
          <span className="nar-number">{number.text}</span>
        ) : (
          <button
            type="button"
            className="report-figure nar-number"
            onClick={() => onFigure({ measure }, number.text)}
          >
            {number.text}
          </button>
        )}
      </Tooltip>,
    )
    at = number.at + number.text.length
  }
  pieces.push(text.slice(at))
  return (
    <p className="nar-lines">
      {pieces.map((piece, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text that does not change while it is shown
        <Fragment key={place}>{piece}</Fragment>
      ))}
    </p>
  )
}
