/** Width of one unit of a worksheet's grid: our workbooks' own font, Times New Roman 12, has digits of 8 px. */
export const pointsPerUnit = 6

const widths: Readonly<Record<string, number>> = {
  ...each('fIrt()-[]', 333),
  ...each('ijl/:;', 278),
  ...each(' .,\u00a0', 250),
  ...each('acez', 444),
  ...each('sJ', 389),
  ...each('wADGHKNOQUVXYĐ', 722),
  ...each('BCR', 667),
  ...each('ELTZ', 611),
  ...each('FPS', 556),
  ...each('mM%', 833),
  W: 944,
  '\u2003': 1000,
}

function each(letters: string, width: number): Record<string, number> {
  return Object.fromEntries([...letters].map(letter => [letter, width]))
}

/** How wide a text is in Times New Roman, in points: near enough to choose widths and count lines. */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0
  for (let at = 0; at < text.length; at += 1) thousandths += unitWidth(text.charCodeAt(at))
  return (thousandths * size * (bold ? 1.05 : 1)) / 1000
}

/** Widths of the letters met so far: a long list asks for millions. */
const known = new Map<number, number>()

function unitWidth(code: number): number {
  const before = known.get(code)
  if (before !== undefined) return before
  const [letter = ''] = String.fromCharCode(code).normalize('NFD')
  const width = /\p{M}/u.test(letter) ? 0 : (widths[letter] ?? 500)
  known.set(code, width)
  return width
}

/** The lines a text takes in a cell of so many points, broken at spaces as Excel does. */
export function wrapLines(text: string, width: number, size: number, bold = false): string[] {
  return text.split('\n').flatMap(paragraph => wrapParagraph(paragraph, width, size, bold))
}

function wrapParagraph(paragraph: string, width: number, size: number, bold: boolean): string[] {
  const space = textWidth(' ', size, bold)
  const lines: string[] = []
  let line: string[] = []
  let used = 0
  for (const word of paragraph.split(' ').flatMap(word => fitting(word, width, size, bold))) {
    const wide = textWidth(word, size, bold)
    if (line.length > 0 && used + space + wide > width) {
      lines.push(line.join(' '))
      line = []
      used = 0
    }
    used += (line.length > 0 ? space : 0) + wide
    line.push(word)
  }
  return [...lines, line.join(' ')]
}

/** A word, cut where it is wider than the cell. */
function fitting(word: string, width: number, size: number, bold: boolean): string[] {
  if (textWidth(word, size, bold) <= width) return [word]
  const pieces: string[] = []
  let piece = ''
  for (const letter of word) {
    if (piece !== '' && textWidth(piece + letter, size, bold) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += letter
  }
  return [...pieces, piece]
}
