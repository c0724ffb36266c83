import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { ReadDb } from '../../db/database.ts'
import { applicationById } from '../../electron/core/applications/read.ts'
import { addDays, type Day } from '../../electron/core/calendar/day.ts'
import { lastingMeasures } from '../../electron/core/filings/figure-words.ts'
import { countable } from '../../electron/core/filings/lock.ts'
import { postShareOf, shareOf } from '../../electron/core/filings/share.ts'
import { type Member, members } from '../../electron/core/statistics/members.ts'
import { type PostName, postNames } from '../../electron/core/statistics/model.ts'
import { postFamilies } from '../../electron/core/statistics/post.ts'
import { temporaryFolder } from '../support/folder.ts'
import { randomFile, withPostedDay } from '../support/histories.ts'
import { fillRegister, openRegister } from '../support/register.ts'

const database = openRegister(temporaryFolder())
afterAll(() => database.close())

const firstDay = '2023-08-01'
const office = {
  daysOff: new Set<string>(),
  saturdaysWorked: new Set<string>(),
  rule: () => ({ days: 5, afterPause: 'fresh' as const }),
}
const calendar = { kinds: new Map(), names: new Map(), confirmedYears: new Set([2023, 2024]) }

type Days = { readonly from: Day; readonly to: Day }

/** What a file adds, told by the measures themselves: the officer, and since when a state lasts, are no part of it. */
function inMeasures(db: ReadDb, id: number, period: Days): string {
  const places = members(db, period)
    .filter(({ applicationId }) => applicationId === id)
    .map(({ measures, day, channel, licences, groups: { officer: _, ...groups } }) =>
      JSON.stringify([
        measures,
        measures.some(name => lastingMeasures.has(name)) ? '' : day,
        channel,
        licences,
        groups,
      ]),
    )
  return JSON.stringify(places.sort())
}

/** The same of what the post had: team and licences alone are told apart there. */
function withThePost(db: ReadDb, id: number, period: Days): string {
  const ofPost = ({ measures }: Member) => measures.some(name => postNames.includes(name as PostName))
  const places = members(db, period, postFamilies(period))
    .filter(member => member.applicationId === id && ofPost(member))
    .map(({ measures, day, licences, groups: { team } }) =>
      JSON.stringify([measures, measures.some(name => lastingMeasures.has(name)) ? '' : day, licences, team]),
    )
  return JSON.stringify(places.sort())
}

const cases = fc.record({
  file: withPostedDay(randomFile(firstDay, 60, office)),
  otherPosted: fc.option(fc.nat(90).map((n): Day => addDays(firstDay, n))),
  kept: fc.nat(8),
  from: fc.nat(80).map((n): Day => addDays(firstDay, n)),
  length: fc.nat(40),
})

test('a change is locked exactly where a measure of the period would count the file otherwise', () => {
  fc.assert(
    fc.property(cases, ({ file, otherPosted, kept, from, length }) => {
      const period = { from, to: addDays(from, length) }
      // the same file before some of its steps were written
      const before = { ...file, history: file.history.slice(0, 1 + kept), posted: otherPosted }
      database.atomically(db => fillRegister(db, [before, file], office.rule, calendar))
      database.read(db => {
        const ids = db.rows<{ id: number }>('SELECT id FROM applications ORDER BY id').map(({ id }) => id)
        const [a = 0, b = 0] = ids
        const share = (id: number) => shareOf(countable(db, applicationById(db, id)), period)
        const same = inMeasures(db, a, period) === inMeasures(db, b, period)
        expect(share(a) === share(b)).toBe(same)
        const postShare = (id: number) => postShareOf(countable(db, applicationById(db, id)), period)
        const samePost = withThePost(db, a, period) === withThePost(db, b, period)
        expect(postShare(a) === postShare(b)).toBe(samePost)
      })
    }),
    { numRuns: 300 },
  )
})
