import { Button } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import type { Drift, FileDrift, Filing, LateEdit } from '../../electron/core/filings/contract.ts'
import { useMay } from '../api/me.ts'
import { useAsk, useCommand } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FormError } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'
import { showNumber } from '../ui/number-text.ts'
import { Section } from '../ui/page.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { filingAddress } from './filing-address.ts'
import { momentWords } from './filing-look.tsx'

type Props = { readonly filing: Filing }

/** How many files differ, beside the word on the tab. */
export function DriftCount({ filing }: Props) {
  const drift = useAsk('filings.drift', { id: filing.id })
  if (drift.data === undefined) return null
  return <b className="fil-count">{drift.data.files.length + drift.data.totals.length}</b>
}

/** Then and now: figures, the files behind them, and one click to tell it upwards. */
export function FilingDrift({ filing }: Props) {
  const drift = useAsk('filings.drift', { id: filing.id })
  return (
    <Answered ask={drift} lines={6}>
      {answer => <Differences filing={filing} drift={answer} />}
    </Answered>
  )
}

function Differences({ filing, drift }: Props & { readonly drift: Drift }) {
  const { figures, files, totals } = drift
  if (figures.length + files.length + totals.length === 0) {
    return (
      <EmptyState icon="done" title="Số liệu của kỳ vẫn như lúc duyệt">
        Hồ sơ sửa sau lúc duyệt mà làm khác số liệu của kỳ này sẽ được liệt kê ở đây, kèm người sửa và lúc
        sửa.
      </EmptyState>
    )
  }
  return (
    <>
      <Section
        title={`Khác với lúc duyệt: ${showNumber(files.length)} hồ sơ`}
        note={`So với số liệu chốt lúc ${momentWords(drift.frozenAt)}. Báo cáo đã duyệt giữ nguyên.`}
        action={<Adjust filing={filing} />}
      >
        {figures.length === 0 ? (
          <p className="g-soft">Tổng số các chỉ tiêu không đổi; số theo ngày hoặc theo nhóm có khác.</p>
        ) : (
          <PlainTable
            label="Số liệu khác với lúc duyệt"
            headings={[
              { text: 'Chỉ tiêu' },
              { text: 'Hình thức nộp', fit: true },
              { text: 'Lúc duyệt', align: 'right' },
              { text: 'Hiện nay', align: 'right' },
              { text: 'Chênh lệch', align: 'right' },
            ]}
            rows={figures.map(({ measure, label, part, was, now }) => ({
              key: `${measure} ${part}`,
              cells: [label, partWords[part], showNumber(was), showNumber(now), signed(now - was)],
            }))}
            maxHeight={320}
          />
        )}
      </Section>
      {files.length === 0 ? null : (
        <Section title="Hồ sơ thay đổi">
          <PlainTable
            label="Hồ sơ thay đổi"
            headings={[{ text: 'Mã hồ sơ', fit: true }, { text: 'Số liệu' }, { text: 'Đã sửa' }]}
            rows={files.map(file => ({ key: file.id, cells: fileCells(file) }))}
          />
        </Section>
      )}
      {totals.length === 0 ? null : (
        <Section title="Tổng số trực tiếp theo ngày thay đổi">
          <Edits edits={totals} />
        </Section>
      )}
    </>
  )
}

const partWords = {
  total: 'Tổng số',
  online: 'Trực tuyến',
  direct: 'Trực tiếp',
  postal: 'Bưu chính',
} as const

const signed = (difference: number): string =>
  difference > 0 ? `+${showNumber(difference)}` : showNumber(difference)

function fileCells({ id, dossierCode, entered, left, edits }: FileDrift) {
  return [
    <Link key="code" href={`/ho-so/${id}`}>
      {dossierCode}
    </Link>,
    <ul key="figures" className="fil-list">
      {left.map(name => (
        <li key={`left ${name}`}>
          <Icon name="minus" size={14} /> Ra khỏi: {name}
        </li>
      ))}
      {entered.map(name => (
        <li key={`entered ${name}`}>
          <Icon name="add" size={14} /> Vào: {name}
        </li>
      ))}
    </ul>,
    <Edits key="edits" edits={edits} />,
  ]
}

function Edits({ edits }: { readonly edits: readonly LateEdit[] }) {
  return (
    <ul className="fil-list">
      {edits.map(({ what, from, to, at, by, file }) => (
        <li key={`${at} ${what} ${from} ${to}`}>
          {what}: {from ?? '–'} → {to ?? '–'}
          <span className="g-soft g-small fil-line">
            {by}, {momentWords(at)}
            {file === null ? '' : `, tệp ${file}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Adjust({ filing }: Props) {
  const may = useMay()
  const adjust = useCommand('filings.adjust')
  const [, navigate] = useLocation()
  const next = filing.adjustment + 1
  if (filing.adjustedBy !== null) {
    return (
      <Button component={Link} href={filingAddress(filing.adjustedBy)} variant="default">
        Mở điều chỉnh lần {next}
      </Button>
    )
  }
  if (!may('filings.adjust')) return null
  const start = async () => {
    const made = await adjust.mutateAsync({ id: filing.id, version: filing.version }).catch(() => null)
    if (made !== null) navigate(filingAddress(made.id))
  }
  return (
    <span className="fil-open">
      <Button leftSection={<Icon name="file-plus" />} loading={adjust.isPending} onClick={() => void start()}>
        Lập điều chỉnh lần {next}
      </Button>
      <FormError error={adjust.error} />
    </span>
  )
}
