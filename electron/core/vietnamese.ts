/**
 * Vietnamese text: what is stored, what is searched and what is sorted by. SQLite's NOCASE, LIKE and ORDER BY
 * know none of it, so search keys and sort keys are made here and stored in columns of their own.
 */

/** Characters nobody sees: control codes, soft hyphen, zero-width marks, direction marks, byte order mark. */
const invisible = /[\p{Cf}\u180E]|(?![\t\n\v\f\r])\p{Cc}/gu

/** Codes and numbers, most of what a list holds: nothing to do, and nothing else is asked of them so often. */
const alreadyTidy = /^(?:[!-~]+(?: [!-~]+)*)?$/

/** The one stored form of a text: macOS and some phones send letters and tone marks apart. */
export function nfc(text: string): string {
  return text.normalize('NFC')
}

/** A text of several lines as it is kept: NFC, nothing invisible, full-width letters and digits as the usual ones. */
export function tidyLines(text: string): string {
  return nfc(text.replace(/\r\n?/g, '\n').replace(invisible, ''))
    .replace(/[\uff01-\uff5e]/g, letter => letter.normalize('NFKC'))
    .trim()
}

/**
 * Text as it is kept: NFC, nothing invisible, white space single, no space around it. The soft hyphen goes too;
 * in TCVN3 it is the letter ư, so a legacy list is converted before it comes here.
 */
export function tidy(text: string): string {
  if (alreadyTidy.test(text)) return text
  return nfc(text.replace(invisible, '').replace(/\s+/g, ' ').trim())
}

/**
 * The search key of a text: marks dropped (so hoà and hòa are one), đ as d, lower case, single spaces, one kind
 * of apostrophe and of hyphen.
 */
export function fold(text: string): string {
  return tidy(
    text
      .toLowerCase()
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      // đ does not decompose; ð and ɖ are its look-alikes in converted lists
      .replace(/[đðɖ]/g, 'd')
      .replace(/[‘’ʻʼ`´]/g, "'")
      .replace(/[‐‑‒–—−]/g, '-'),
  )
}

const alphabet = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz'
const punctuation = " _-,;:!?.'"
/** ngang is the plain letter; huyền, hỏi, ngã, sắc, nặng in the order of the dictionary. */
const tones = '\u0300\u0309\u0303\u0301\u0323'
const otherMark = '6'
/** Ends each part of a key and is lower than anything in it, so a shorter name comes first. */
const end = ' '

function table(letters: string, first: string): readonly (readonly [string, string])[] {
  return [...letters].map((letter, i) => [letter, String.fromCharCode(first.charCodeAt(0) + i)] as const)
}

const weights: ReadonlyMap<string, string> = new Map([
  ...table(punctuation, '!'),
  ...table('0123456789', '0'),
  ...table(alphabet, 'A'),
])

/** One letter with all its marks, e.g. ậ: the letter â and the tone nặng. */
function weigh(cluster: string): { readonly letter: string; readonly tone: string } {
  let letter = ''
  let tone = ''
  for (const mark of cluster.normalize('NFD')) {
    const known = tones.indexOf(mark)
    const joined = (letter + mark).normalize('NFC')
    if (letter === '') letter = mark
    else if (known >= 0) tone += String(known + 1)
    else if (weights.has(joined)) letter = joined
    else tone += otherMark
  }
  const other = () => `~${(letter.codePointAt(0) ?? 0).toString(16).padStart(6, '0')}`
  return { letter: weights.get(letter) ?? other(), tone }
}

/** Letters of the whole part first, tones only where those are equal, as the Vietnamese collation does. */
function partKey(part: string): string {
  let letters = ''
  let marks = ''
  for (const cluster of part.match(/\P{M}\p{M}*/gu) ?? []) {
    const { letter, tone } = weigh(cluster)
    letters += letter
    marks += `0${tone}`
  }
  return letters + end + marks + end
}

/**
 * A key by which people are listed: given name (last word), family name, then the middle names, capitals
 * ignored. Plain ASCII, so that comparing by code unit, or SQLite's ORDER BY, gives the Vietnamese order.
 */
export function nameSortKey(name: string): string {
  const plain = tidy(name)
    .toLowerCase()
    .replace(/[‘’ʻʼ]/g, "'")
    .replace(/[ðɖ]/g, 'đ')
  const words = plain.split(' ')
  const last = words.at(-1) ?? ''
  const first = words.length > 1 ? (words[0] ?? '') : ''
  return partKey(last) + partKey(first) + partKey(words.slice(1, -1).join(' '))
}
