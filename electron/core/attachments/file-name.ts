import { tidy } from '../vietnamese.ts'
import type { MediaType } from './contract.ts'

const endings: Readonly<Record<MediaType, readonly [string, ...string[]]>> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
}

const known = /\.(pdf|jpe?g|png)$/i
/** Names that Windows keeps for devices, whatever ending they have. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
const longestStem = 100

/**
 * The name under which an attachment is shown and saved: no path, nothing invisible, none of the characters that a
 * file system refuses, and the ending of what it really is, so that no double click ever runs it.
 */
export function fileNameFor(given: string, mediaType: MediaType): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const name = tidy(last.replace(/[<>:"|?*]/g, ' '))
  const ending = known.exec(name)?.[0].toLowerCase()
  const fits = ending !== undefined && endings[mediaType].includes(ending)
  const stem = (ending === undefined ? name : name.slice(0, -ending.length)).replace(/^[. ]+|[. ]+$/g, '')
  const short = [...stem].slice(0, longestStem).join('').trim()
  const safe = short === '' ? 'tep-dinh-kem' : device.test(short) ? `tep-${short}` : short
  return `${safe}${fits ? ending : endings[mediaType][0]}`
}
