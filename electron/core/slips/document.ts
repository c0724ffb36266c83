import type { Head } from '../reports/report.ts'

/**
 * A slip as plain data: the preview, the print page and the PDF all show it and word nothing themselves. Layout by
 * NĐ 30/2020 (domain/forms.md §1, §5), A4 or A5, portrait. A line break inside a text is meant.
 */
export type SlipDocument = {
  /** In capitals. */
  readonly title: string
  /** With `.pdf`. */
  readonly fileName: string
  readonly paper: 'A4' | 'A5'
  /**
   * As above a report. `number` is "Số: 05/TNHS", or has room for the number in a preview; `reprint` is "In lại lần 1
   * ngày 28/09/2023", or nothing.
   */
  readonly head: Head & { readonly reprint: string }
  readonly blocks: readonly SlipBlock[]
  /** From left to right. A title of two lines is "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"; the hint is italic. */
  readonly signatures: readonly { readonly title: string; readonly hint: string; readonly name: string }[]
  /** What the QR holds: the dossier code, as the search box reads it; null for lists. */
  readonly qr: string | null
  /** Small print, one note per line: the form and the set it comes from, copies, sample data. */
  readonly foot: string
}

export type SlipBlock =
  /** "Địa chỉ: …"; an empty value is a dotted line to be filled in by hand. */
  | { readonly kind: 'line'; readonly label: string; readonly value: string }
  | { readonly kind: 'text'; readonly text: string; readonly style: 'body' | 'italic' | 'heading' }
  | {
      readonly kind: 'table'
      /** A row above the headings that joins some of them; a group without text leaves its heading alone. */
      readonly groups?: readonly { readonly text: string; readonly colSpan: number }[]
      readonly headings: readonly string[]
      /** Shares of the width, in per cent. */
      readonly widths: readonly number[]
      readonly rows: readonly (readonly string[])[]
      readonly align: readonly ('left' | 'center' | 'right')[]
    }
