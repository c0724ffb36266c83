import type { ReadDb } from '../../../db/database.ts'
import { showDay } from '../calendar/day.ts'
import type { Member, MemberName } from '../statistics/members.ts'
import { postNames, type Split, type Unit } from '../statistics/model.ts'
import { channelInWords, figureNames, lastingMeasures } from './figure-words.ts'

/** Figures that a file entered and left between two lists of members, in words. */
export type Moved = { readonly entered: readonly string[]; readonly left: readonly string[] }

const splitsCompared = ['team', 'district', 'class', 'reason', 'officer'] as const satisfies readonly Split[]
type Trait = 'day' | 'channel' | 'licences' | (typeof splitsCompared)[number]

type Place = Readonly<Record<Trait, string>>

/** How members are compared: what is counted, and whether what lasts is told apart by officer. */
export type Compared = { readonly unit: Unit; readonly byOfficer: boolean }

/** The files whose places in the figures differ. */
export function movedFiles(
  db: ReadDb,
  then: readonly Member[],
  now: readonly Member[],
  by: Compared,
): ReadonlyMap<number, Moved> {
  const before = byFile(then)
  const after = byFile(now)
  const words = groupWords(db)
  const moved = new Map<number, Moved>()
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const was = before.get(id) ?? []
    const is = after.get(id) ?? []
    if (sameMembers(was, is, by)) continue
    const found = compare(placesOf(was, by), placesOf(is, by), words)
    if (found.entered.length + found.left.length > 0) moved.set(id, found)
  }
  return moved
}

function byFile(members: readonly Member[]): ReadonlyMap<number, readonly Member[]> {
  const files = new Map<number, Member[]>()
  for (const member of members) {
    const known = files.get(member.applicationId)
    if (known === undefined) files.set(member.applicationId, [member])
    else known.push(member)
  }
  return files
}

/** Most files are as they were: told quickly, before anything is put into words. */
function sameMembers(a: readonly Member[], b: readonly Member[], { unit }: Compared): boolean {
  const text = ({ measures, day, channel, licences, groups }: Member) =>
    JSON.stringify([
      measures,
      day,
      channel,
      unit === 'files' ? 0 : licences,
      splitsCompared.map(by => groups[by]),
    ])
  return a.length === b.length && a.every((member, at) => b[at] !== undefined && text(member) === text(b[at]))
}

/** The report on the post counts by team alone. */
const ofPost: ReadonlySet<MemberName> = new Set(postNames)

/** Figure → the places a file has in it: two where it was stopped twice. */
function placesOf(
  members: readonly Member[],
  { unit, byOfficer }: Compared,
): ReadonlyMap<MemberName, readonly Place[]> {
  const places = new Map<MemberName, Place[]>()
  for (const { measures, day, channel, licences, groups } of members) {
    for (const measure of measures) {
      const common = {
        day: lastingMeasures.has(measure) ? '' : day,
        licences: unit === 'files' ? '' : String(licences),
        team: groups.team ?? '',
      }
      const place: Place = ofPost.has(measure)
        ? { ...common, channel: '', district: '', class: '', reason: '', officer: '' }
        : {
            ...common,
            channel,
            district: groups.district ?? '',
            class: groups.class ?? '',
            reason: groups.reason ?? '',
            officer: byOfficer && lastingMeasures.has(measure) ? (groups.officer ?? '') : '',
          }
      places.set(measure, [...(places.get(measure) ?? []), place])
    }
  }
  return places
}

type Words = (trait: Trait, value: string) => string

function compare(
  then: ReadonlyMap<MemberName, readonly Place[]>,
  now: ReadonlyMap<MemberName, readonly Place[]>,
  words: Words,
): Moved {
  const entered: string[] = []
  const left: string[] = []
  for (const measure of new Set([...then.keys(), ...now.keys()])) {
    const gone = without(then.get(measure) ?? [], now.get(measure) ?? [])
    const come = without(now.get(measure) ?? [], then.get(measure) ?? [])
    const traits = differing(gone[0], come[0])
    const name = figureNames[measure]
    const said = (place: Place) => {
      const told = traits.map(trait => words(trait, place[trait]))
      return told.length === 0 ? name : `${name} (${told.join(', ')})`
    }
    left.push(...gone.map(said))
    entered.push(...come.map(said))
  }
  return { entered, left }
}

/** The places of `a` that `b` does not have, each as often as it is missing. */
function without(a: readonly Place[], b: readonly Place[]): readonly Place[] {
  const rest = b.map(place => JSON.stringify(place))
  return a.filter(place => {
    const at = rest.indexOf(JSON.stringify(place))
    if (at >= 0) rest.splice(at, 1)
    return at < 0
  })
}

/** A file that stays in a figure says only what of it is another; one that comes or goes needs no more words. */
function differing(a: Place | undefined, b: Place | undefined): readonly Trait[] {
  if (a === undefined || b === undefined) return []
  const traits: readonly Trait[] = ['day', 'channel', 'licences', ...splitsCompared]
  return traits.filter(trait => a[trait] !== b[trait])
}

type Named = { readonly key: string; readonly name: string }

/** Keys of groups as the register names them; a text that stands in no catalogue names itself. */
function groupWords(db: ReadDb): Words {
  const names = (rows: readonly Named[]) => new Map(rows.map(({ key, name }) => [key, name]))
  const teams = names(db.rows<Named>('SELECT CAST(id AS TEXT) AS key, name FROM teams'))
  const districts = names(db.rows<Named>("SELECT code AS key, name FROM districts WHERE catalogue = '2023'"))
  const reasons = names(db.rows<Named>("SELECT code AS key, name FROM catalogue_items WHERE list = 'reason'"))
  const officers = names(db.rows<Named>('SELECT CAST(id AS TEXT) AS key, display_name AS name FROM users'))
  return (trait, value) => {
    switch (trait) {
      case 'day':
        return `ngày ${showDay(value)}`
      case 'channel':
        return channelInWords(value as Member['channel']) // a place holds the channel of its member
      case 'licences':
        return `${value} GPLX`
      case 'team':
        return value === '' ? 'chưa giao cho tổ' : (teams.get(value) ?? value)
      case 'district':
        return value === '' ? 'chưa ghi địa bàn' : (districts.get(value) ?? value)
      case 'class':
        return value === '' ? 'chưa ghi hạng' : `hạng ${value}`
      case 'reason':
        return value === '' ? 'chưa ghi lý do' : (reasons.get(value) ?? value)
      case 'officer':
        return value === '' ? 'chưa giao cho cán bộ' : (officers.get(value) ?? value)
    }
  }
}
