/** How people write a number: digits in one piece, or in threes parted by a point or a space; a fraction; "%". */
export const writtenNumber =
  /(?:(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.\d]*\d)?)(?:,\d+)?(?:[\s\u00a0]*%)?/g

/**
 * The spellings of one number are one value: 1.327, 1327 and 1 327; 7,1% and 7,1 % and 7.1%; 50,0% and 50%; 05 and 5.
 * A point before three digits parts thousands, as Vietnamese write it; any other stands for the comma.
 */
export function numberValue(text: string): string {
  const bare = text.replace(/\s+/g, '')
  const parted = /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(%?)$/.exec(bare) ?? /^(\d+)\.(\d+)(%?)$/.exec(bare)
  if (parted === null) return bare
  const [, whole = '', fraction = '', sign = ''] = parted
  const kept = fraction.replace(/0+$/, '')
  return `${whole.replaceAll('.', '').replace(/^0+(?=\d)/, '')}${kept === '' ? '' : `,${kept}`}${sign}`
}
