import { chartSize } from '../charts/model.ts'
import type { Block, Note, Paragraph, Picture, Signature } from '../reports/report.ts'
import { heightOf, nextRow, type Pen, put, widthOf } from './pen.ts'
import { type Hand, lineHeight, numberFormat, styleOf } from './styles.ts'
import { type HeadingRows, writeTable } from './write-table.ts'

const paragraphHand: Hand = { size: 12 }
/** NĐ 30/2020: the text of a report is set in 13 to 14 points. */
const bodyHand: Hand = { size: 13 }
/** NĐ 30/2020: at least 6 points between paragraphs. */
const spaceAbove = 6
const noteHand: Hand = { size: 11, italic: true }
const receiversHand: Hand = { size: 12, bold: true, italic: true }
const receiverHand: Hand = { size: 11 }
const signerHand: Hand = { size: 14, bold: true }
const dateHand: Hand = { size: 13, italic: true }

/** Rows between the signer's title and name: room for a signature and a stamp. */
const signatureRows = 4

/** Writes one block; answers the headings of a table. */
export function writeBlock(pen: Pen, block: Block): HeadingRows | undefined {
  switch (block.kind) {
    case 'table':
      return writeTable(pen, block)
    case 'paragraph':
      writeParagraph(pen, block)
      return undefined
    case 'note':
      writeNote(pen, block)
      return undefined
    case 'picture':
      writePicture(pen, block)
      return undefined
    case 'signature':
      writeSignature(pen, block)
      return undefined
  }
}

function writeText(
  pen: Pen,
  text: string,
  hand: Hand,
  before: number,
  align: 'left' | 'justify' = 'left',
): void {
  const last = pen.grid.length
  const row = nextRow(pen, heightOf(pen, text, 1, last, hand) + before)
  const numFmt = numberFormat('text', text)
  const vertical = align === 'justify' ? 'justify' : 'bottom'
  const style = styleOf({ ...hand, align, vertical, numFmt })
  put(pen, { top: row, left: 1, bottom: row, right: last }, text, style)
}

function writeParagraph(pen: Pen, paragraph: Paragraph): void {
  const heading = paragraph.heading === true
  if (!pen.holds) pen.mayBreak.add(pen.row)
  if (paragraph.body === true) {
    // its lines fill the row, however much the height was overestimated: the space above is a row of its own
    nextRow(pen, spaceAbove)
    writeText(pen, paragraph.text, bodyHand, 0, 'justify')
  } else writeText(pen, paragraph.text, { ...paragraphHand, bold: heading }, heading ? 10 : 4)
  pen.holds = heading
}

function writeNote(pen: Pen, note: Note): void {
  writeText(pen, note.text, noteHand, 2)
}

/** Height of the rows a picture stands on. */
const pictureRow = 20

/** The answer, and below it the picture on rows of its own; a page never ends between or within them. */
function writePicture(pen: Pen, picture: Picture): void {
  const drawn = pen.pictures.get(picture.id)
  if (drawn === undefined) throw new Error(`the picture ${picture.id} was not drawn`)
  if (!pen.holds) pen.mayBreak.add(pen.row)
  writeText(pen, picture.answer, { ...paragraphHand, bold: true }, 10)
  const width = widthOf(pen.grid, 1, pen.grid.length)
  const size = chartSize(picture.chart)
  const height = (width * size.height) / size.width
  const first = pen.row
  for (let rest = height; rest > 0; rest -= pictureRow) nextRow(pen, Math.min(rest, pictureRow))
  const pixels = 96 / 72
  pen.sheet.addImage(drawn, {
    tl: { col: 0, row: first - 1 },
    ext: { width: width * pixels, height: height * pixels },
    editAs: 'oneCell',
  })
  pen.holds = false
}

/** Receivers, or who made the form, at the left, signer at the right: on one page, never without the table's end. */
function writeSignature(pen: Pen, signature: Signature): void {
  const { title, name, placeAndDate, maker } = signature
  const middle = Math.floor(pen.grid.length / 2)
  const last = pen.grid.length
  nextRow(pen, 10)
  const line = (left: Written | null, right: Written | null) => {
    const both = [
      { from: 1, to: middle, written: left },
      { from: middle + 1, to: last, written: right },
    ]
    const heights = both.map(({ from, to, written }) =>
      written === null ? 0 : heightOf(pen, written.text, from, to, written.hand),
    )
    const row = nextRow(pen, Math.max(lineHeight(receiverHand.size) + 3, ...heights))
    for (const { from, to, written } of both) {
      if (written === null) continue
      const { text, hand, align } = written
      const style = styleOf({ ...hand, align, ...(hand === signerHand ? { vertical: 'top' as const } : {}) })
      put(pen, { top: row, left: from, bottom: row, right: to }, text, style)
    }
  }
  if (placeAndDate !== undefined) line(null, { text: placeAndDate, hand: dateHand, align: 'center' })
  const left =
    maker === undefined
      ? receiversOf(signature)
      : [{ text: maker, hand: signerHand, align: 'center' as const }]
  const nameAt = title.length + signatureRows
  for (let at = 0; at <= Math.max(nameAt, left.length - 1); at += 1) {
    const signed = at === nameAt ? name : (title[at] ?? '')
    line(left[at] ?? null, signed === '' ? null : { text: signed, hand: signerHand, align: 'center' })
  }
  pen.holds = false
}

type Written = { readonly text: string; readonly hand: Hand; readonly align: 'left' | 'center' }

const receiversOf = ({ receiversLabel, receivers }: Signature): Written[] =>
  receiversLabel === ''
    ? []
    : [receiversLabel, ...receivers].map((text, at) => ({
        text,
        hand: at === 0 ? receiversHand : receiverHand,
        align: 'left',
      }))
