import { chartSize } from '../charts/model.ts'
import type { Block, Note, Paragraph, Picture, Signature } from '../reports/report.ts'
import { heightOf, nextRow, type Pen, put, widthOf } from './pen.ts'
import { type Hand, numberFormat, styleOf } from './styles.ts'
import { type HeadingRows, writeTable } from './write-table.ts'

const paragraphHand: Hand = { size: 12 }
/** NĐ 30/2020: the text of a report is set in 13 to 14 points. */
const bodyHand: Hand = { size: 13 }
const noteHand: Hand = { size: 11, italic: true }
const receiversHand: Hand = { size: 12, bold: true, italic: true }
const receiverHand: Hand = { size: 11 }
const signerHand: Hand = { size: 14, bold: true }

/** Rows between the signer's title and name: room for a signature and a stamp. */
const signatureRows = 5

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
  const style = styleOf({ ...hand, align, vertical: 'bottom', numFmt })
  put(pen, { top: row, left: 1, bottom: row, right: last }, text, style)
}

function writeParagraph(pen: Pen, paragraph: Paragraph): void {
  const heading = paragraph.heading === true
  if (!pen.holds) pen.mayBreak.add(pen.row)
  const hand = paragraph.body === true ? bodyHand : { ...paragraphHand, bold: heading }
  writeText(pen, paragraph.text, hand, heading ? 10 : 4, paragraph.body === true ? 'justify' : 'left')
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
  const height = (width * chartSize.height) / chartSize.width
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

/** Receivers at the left, signer at the right, on one page and never without the end of the table above. */
function writeSignature(pen: Pen, signature: Signature): void {
  const middle = Math.floor(pen.grid.length / 2)
  const last = pen.grid.length
  const nameAt = signature.title.length + signatureRows
  const left = [signature.receiversLabel, ...signature.receivers]
  nextRow(pen, 10)
  for (let at = 0; at <= Math.max(nameAt, left.length - 1); at += 1) {
    const received = left[at] ?? ''
    const hand = at === 0 ? receiversHand : receiverHand
    const signed = at === nameAt ? signature.name : (signature.title[at] ?? '')
    const tallest = Math.max(
      heightOf(pen, received, 1, middle, hand),
      signed === '' ? 0 : heightOf(pen, signed, middle + 1, last, signerHand),
    )
    const row = nextRow(pen, tallest)
    if (received !== '')
      put(
        pen,
        { top: row, left: 1, bottom: row, right: middle },
        received,
        styleOf({ ...hand, align: 'left' }),
      )
    if (signed !== '') {
      const style = styleOf({ ...signerHand, align: 'center', vertical: 'top' })
      put(pen, { top: row, left: middle + 1, bottom: row, right: last }, signed, style)
    }
  }
  pen.holds = false
}
