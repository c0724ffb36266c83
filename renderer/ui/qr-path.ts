/** The dark squares of a code as one SVG path, run by run, in units of a square. */
export function qrPath(size: number, dark: ArrayLike<number>): string {
  const runs: string[] = []
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; ) {
      const from = column
      while (column < size && dark[row * size + column] === 1) column += 1
      if (column > from) runs.push(`M${from} ${row}h${column - from}v1h${from - column}z`)
      else column += 1
    }
  }
  return runs.join('')
}
