import type { ReportTemplate } from '../settings/model.ts'
import { capitals, receiversOf } from './administrative-layout.ts'
import { arrangeSheet, columnKeys } from './arrange-table.ts'
import type { TableColumns } from './contract.ts'
import type { Block, Head, Paragraph, ReportDocument, Sheet, Signature } from './report.ts'

/** The tables of a document, in order. */
export function tableColumns(document: ReportDocument): readonly TableColumns[] {
  return document.sheets.flatMap(sheet => {
    let title = sheet.title?.text ?? sheet.name
    return sheet.blocks.flatMap(block => {
      if (block.kind === 'paragraph' && block.heading === true) title = block.text
      return block.kind === 'table' ? [{ id: block.id, title, columns: columnKeys(block) }] : []
    })
  })
}

/** The finished document as the office wants this kind of report: what the template leaves empty stays as it is. */
export function withTemplate(document: ReportDocument, template: ReportTemplate): ReportDocument {
  const sheets = document.sheets.map((sheet, at) => {
    const arranged = arrangeSheet(sheet, template.columns)
    const blocks = arranged.blocks.map(block =>
      block.kind === 'signature' ? signed(block, template) : block,
    )
    const opened = at === 0 ? [...paragraphs(template.before), ...blocks] : blocks
    return { ...arranged, ...titled(sheet, template), blocks: closed(opened, template.after) }
  })
  return { ...document, head: headed(document.head, template), sheets }
}

function headed(head: Head, { parent, department, symbol }: ReportTemplate): Head {
  return {
    ...head,
    ...(parent === '' ? {} : { parent: capitals(parent) }),
    ...(department === '' ? {} : { department: capitals(department) }),
    // a book, which bears no number, has no symbol either
    ...(symbol === '' ? {} : { number: head.number.replace(/\/.*$/, () => `/${symbol}`) }),
  }
}

/** "(Kèm theo Báo cáo số …/BC-SGTVT ngày … của …)": the appendix names the report by the same symbol and office. */
function titled({ title }: Sheet, { department, symbol }: ReportTemplate): Pick<Sheet, 'title'> {
  if (title === undefined) return {}
  let { attachedTo } = title
  if (symbol !== '') attachedTo = attachedTo.replace(/\/\S+(?= ngày )/, () => `/${symbol}`)
  if (department !== '') attachedTo = attachedTo.replace(/ của .*\)$/, () => ` của ${department})`)
  return { title: { ...title, attachedTo } }
}

function signed(signature: Signature, { signerTitle, signerName, receivers }: ReportTemplate): Signature {
  return {
    ...signature,
    ...(receivers.length === 0 ? {} : receiversOf(receivers)),
    ...(signerTitle === '' ? {} : { title: signerTitle.split('/').map(line => capitals(line.trim())) }),
    ...(signerName === '' ? {} : { name: signerName }),
  }
}

/** NĐ 30/2020: the first line begins 1 to 1,27 cm in; two wide spaces, which a page does not fold into one. */
const indent = '\u2003\u2003'

const paragraphs = (text: string): Paragraph[] =>
  text === '' ? [] : text.split('\n').map(line => ({ kind: 'paragraph', text: indent + line, body: true }))

/** Text before the signature; where the report ended with "./.", it now ends after that text. */
function closed(blocks: readonly Block[], text: string): readonly Block[] {
  const at = blocks.findIndex(({ kind }) => kind === 'signature')
  if (text === '' || at < 0) return blocks
  const more = paragraphs(text)
  const before = blocks.slice(0, at)
  const end = before.findLastIndex(({ kind }) => kind === 'paragraph')
  const ended = before[end]
  const last = more.at(-1)
  if (ended?.kind === 'paragraph' && ended.text.endsWith('./.') && last !== undefined) {
    before[end] = { ...ended, text: ended.text.slice(0, -2) }
    more[more.length - 1] = { ...last, text: `${last.text.replace(/[.\s/]+$/, '')}./.` }
  }
  return [...before, ...more, ...blocks.slice(at)]
}
