import { SaxesParser } from 'saxes'
import { AppError } from '../errors.ts'
import { damaged } from './limits.ts'
import type { Zip } from './zip.ts'

export type Attributes = Readonly<Record<string, string>>

export type XmlReader = {
  /** Names come without their prefix, so `<x:c>` is `c`. */
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

const local = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name)

/**
 * Reads one XML part of the file piece by piece. The decoder keeps the bytes of a letter that is cut by the border
 * of two pieces, and refuses bytes that are not UTF-8 instead of putting U+FFFD in their place. Entities a document
 * declares itself are never expanded: a part with a DOCTYPE is refused.
 */
export function readXml(zip: Zip, name: string, reader: XmlReader): void {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const parser = new SaxesParser({ position: false })
  parser.on('error', error => {
    throw error
  })
  parser.on('doctype', () => {
    throw damaged()
  })
  parser.on('opentag', tag => reader.open?.(local(tag.name), tag.attributes as Attributes)) // xmlns is off: plain strings
  parser.on('text', text => reader.text?.(text))
  parser.on('cdata', text => reader.text?.(text))
  parser.on('closetag', tag => reader.close?.(local(tag.name)))
  try {
    zip.read(name, piece => {
      parser.write(decoder.decode(piece, { stream: true }))
    })
    parser.write(decoder.decode())
    parser.close()
  } catch (error) {
    throw error instanceof AppError ? error : damaged()
  }
}

/** `_x000D_` is how Excel writes what XML cannot hold. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
