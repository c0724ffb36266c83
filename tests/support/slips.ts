import type { SlipBlock, SlipDocument } from '../../electron/core/slips/document.ts'

/** What stands after a label; null where the slip has no such line. */
export function lineOf(document: SlipDocument, label: string): string | null {
  const found = document.blocks.find(block => block.kind === 'line' && block.label === label)
  return found?.kind === 'line' ? found.value : null
}

/** The one table of a slip. */
export function tableOf(document: SlipDocument): Extract<SlipBlock, { kind: 'table' }> {
  const table = document.blocks.find(block => block.kind === 'table')
  if (table?.kind !== 'table') throw new Error('the slip has no table')
  return table
}

/** Everything a slip says in running text, block by block. */
export function textOf(document: SlipDocument): string {
  return document.blocks
    .map(block => {
      if (block.kind === 'line') return `${block.label}: ${block.value}`
      return block.kind === 'text' ? block.text : block.rows.map(row => row.join(' | ')).join('\n')
    })
    .join('\n')
}
