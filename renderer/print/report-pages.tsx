import { chartSize } from '../../electron/core/charts/model.ts'
import type {
  Block,
  FormHead,
  PrintSetup,
  ReportDocument,
  Sheet,
  Signature,
} from '../../electron/core/reports/report.ts'
import { Picture } from '../ui/picture.tsx'
import './report-pages.css'
import { ReportParagraph } from './report-paragraph.tsx'
import { type OnFigure, ReportTable } from './report-table.tsx'

/**
 * A report drawn as its pages: preview on screen and print alike. It shows the document and nothing else; the
 * workbook is written from the same data.
 */
export function ReportPages({
  document,
  only,
  onFigure,
}: {
  readonly document: ReportDocument
  readonly only?: string
  /** On screen a figure is a button that leads to its files; paper has none. */
  readonly onFigure?: OnFigure
}) {
  const shown = only === undefined ? document.sheets : document.sheets.filter(sheet => sheet.name === only)
  return (
    <div className="report-pages" data-orientation={document.print.orientation}>
      {shown.map(sheet => (
        <section key={sheet.name} className="report-sheet" aria-label={sheet.name}>
          <SheetHead document={document} sheet={sheet} />
          {sheet.blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a finished document never move
            <ReportBlock key={at} block={block} sheet={sheet} print={document.print} onFigure={onFigure} />
          ))}
        </section>
      ))}
    </div>
  )
}

function SheetHead({ document, sheet }: { readonly document: ReportDocument; readonly sheet: Sheet }) {
  if (sheet.form !== undefined) return <FormTop form={sheet.form} />
  return sheet.title === undefined ? <FirstHead document={document} /> : <AppendixHead title={sheet.title} />
}

/** A statistical form: number, title and parties side by side. */
function FormTop({ form }: { readonly form: FormHead }) {
  return (
    <header className="report-form">
      <p className="report-form-code">{form.code}</p>
      <h2 className="report-form-title">{form.title}</h2>
      <p>{form.reporter}</p>
      <p>{form.basis}</p>
      <p className="report-form-period">{form.period}</p>
      <p>{form.receiver}</p>
    </header>
  )
}

function FirstHead({ document: { head, title } }: { readonly document: ReportDocument }) {
  return (
    <header>
      <div className="report-head">
        <div>
          <div className="report-parent">{head.parent}</div>
          <div className="report-department">{head.department}</div>
          <div className="report-number">{head.number}</div>
        </div>
        <div>
          <div className="report-country">{head.country}</div>
          <div className="report-motto">
            <span>{head.motto}</span>
          </div>
          <div className="report-place">{head.placeAndDate}</div>
        </div>
      </div>
      <h2 className="report-kind">{title.kind}</h2>
      <p className="report-subject">{title.subject}</p>
      <p className="report-period">{title.period}</p>
    </header>
  )
}

function AppendixHead({ title }: { readonly title: NonNullable<Sheet['title']> }) {
  return (
    <header>
      <p className="report-label">{title.label}</p>
      <h2 className="report-appendix">{title.text}</h2>
      <p className="report-period">{title.attachedTo}</p>
      <p className="report-period">{title.period}</p>
    </header>
  )
}

type BlockProps = {
  readonly block: Block
  readonly sheet: Sheet
  readonly print: PrintSetup
  readonly onFigure: OnFigure | undefined
}

function ReportBlock({ block, sheet, print, onFigure }: BlockProps) {
  switch (block.kind) {
    case 'paragraph':
      return <ReportParagraph paragraph={block} onFigure={onFigure} />
    case 'note':
      return <p className="report-note">{block.text}</p>
    case 'table':
      return <ReportTable table={block} grid={sheet.grid} print={print} onFigure={onFigure} />
    case 'picture':
      return (
        <figure className="report-picture">
          <figcaption className="report-heading">{block.answer}</figcaption>
          <Picture chart={block.chart} label={block.answer} height={chartSize(block.chart).height * 1.2} />
        </figure>
      )
    case 'signature':
      return <SignatureBlock signature={block} />
  }
}

function SignatureBlock({ signature }: { readonly signature: Signature }) {
  return (
    <div className="report-signature">
      {signature.maker === undefined ? (
        <div>
          <div className="report-receivers-label">{signature.receiversLabel}</div>
          {signature.receivers.map(receiver => (
            <div key={receiver} className="report-receiver">
              {receiver}
            </div>
          ))}
        </div>
      ) : (
        <div className="report-signer" data-maker>
          {signature.maker}
        </div>
      )}
      <div className="report-signer">
        {signature.placeAndDate === undefined ? null : (
          <div className="report-place">{signature.placeAndDate}</div>
        )}
        {signature.title.map(line => (
          <div key={line}>{line}</div>
        ))}
        <div className="report-signer-name">{signature.name}</div>
      </div>
    </div>
  )
}
