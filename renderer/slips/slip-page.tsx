import type { SlipBlock, SlipDocument } from '../../electron/core/slips/document.ts'
import { QrCode } from '../ui/qr-code.tsx'
import './slip-page.css'

/** A slip drawn as its page, on screen and on paper alike. It shows the document and words nothing itself. */
export function SlipPage({ document: slip }: { readonly document: SlipDocument }) {
  return (
    <div className="slip-pages" data-paper={slip.paper}>
      <article className="slip-sheet" aria-label={slip.title}>
        <SlipHead slip={slip} />
        <h2 className="slip-title">{slip.title}</h2>
        {slip.head.reprint === '' ? null : <p className="slip-reprint">{slip.head.reprint}</p>}
        <div className="slip-body">
          {slip.qr === null ? null : (
            <div className="slip-qr">
              <QrCode text={slip.qr} />
            </div>
          )}
          {slip.blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a finished document never move
            <Block key={at} block={block} />
          ))}
        </div>
        <Signatures signatures={slip.signatures} />
        {slip.foot === '' ? null : (
          <footer className="slip-foot">
            {slip.foot.split('\n').map(note => (
              <p key={note}>{note}</p>
            ))}
          </footer>
        )}
      </article>
    </div>
  )
}

function SlipHead({ slip: { head } }: { readonly slip: SlipDocument }) {
  return (
    <header className="slip-head">
      <div className="slip-issuer">
        {head.parent === '' ? null : <div className="slip-parent">{head.parent}</div>}
        <div className="slip-department">{head.department}</div>
        <div className="slip-number">{head.number}</div>
      </div>
      <div className="slip-country-side">
        <div className="slip-country">{head.country}</div>
        <div className="slip-motto">
          <span>{head.motto}</span>
        </div>
        <div className="slip-place">{head.placeAndDate}</div>
      </div>
    </header>
  )
}

function Block({ block }: { readonly block: SlipBlock }) {
  switch (block.kind) {
    case 'line':
      return (
        <p className="slip-line">
          <span>{block.label}: </span>
          {block.value === '' ? <span className="slip-room" /> : <Lines text={block.value} />}
        </p>
      )
    case 'text':
      return (
        <p className={`slip-text slip-text-${block.style}`}>
          <Lines text={block.text} />
        </p>
      )
    case 'table':
      return <SlipTable table={block} />
  }
}

/** A line break inside a text is meant. */
function Lines({ text }: { readonly text: string }) {
  return <span className="slip-lines">{text}</span>
}

function SlipTable({ table }: { readonly table: Extract<SlipBlock, { kind: 'table' }> }) {
  const { groups, headings, widths, rows, align } = table
  const alone = new Set(loneColumns(groups ?? []))
  return (
    <table className="slip-table">
      <colgroup>
        {widths.map((width, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns of a finished document have no names
          <col key={at} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
      <thead>
        {groups === undefined ? null : (
          <tr>
            {startsOf(groups).map(({ text, colSpan, start }) =>
              text === '' ? (
                headings.slice(start, start + colSpan).map(heading => (
                  <th key={heading} rowSpan={2}>
                    {heading}
                  </th>
                ))
              ) : (
                <th key={start} colSpan={colSpan}>
                  {text}
                </th>
              ),
            )}
          </tr>
        )}
        <tr>
          {headings.map((heading, at) =>
            groups !== undefined && alone.has(at) ? null : <th key={heading}>{heading}</th>,
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a finished document never move
          <tr key={at}>
            {row.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells have no names
              <td key={column} className={`slip-${align[column] ?? 'left'}`}>
                <Lines text={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Group = { readonly text: string; readonly colSpan: number }

const startsOf = (groups: readonly Group[]) =>
  groups.map((group, at) => ({
    ...group,
    start: groups.slice(0, at).reduce((sum, { colSpan }) => sum + colSpan, 0),
  }))

/** Columns whose heading stands over both rows. */
const loneColumns = (groups: readonly Group[]): number[] =>
  startsOf(groups).flatMap(({ text, colSpan, start }) =>
    text === '' ? Array.from({ length: colSpan }, (_, at) => start + at) : [],
  )

function Signatures({ signatures }: Pick<SlipDocument, 'signatures'>) {
  if (signatures.length === 0) return null
  return (
    <div className="slip-signatures" data-count={signatures.length}>
      {signatures.map(({ title, hint, name }) => (
        <div key={title} className="slip-signature">
          <div className="slip-signer">
            <Lines text={title} />
          </div>
          <div className="slip-hint">{hint}</div>
          <div className="slip-name">{name}</div>
        </div>
      ))}
    </div>
  )
}
