import { randomBytes } from 'node:crypto'
import { withoutIndexes } from '../../../db/bulk-load.ts'
import { checkLists } from '../applications/check.ts'
import { parseClasses } from '../applications/classes.ts'
import { asLifeEvents } from '../applications/history.ts'
import { insertApplication } from '../applications/insert.ts'
import type { Facts } from '../applications/model.ts'
import { certain, type Replayer, replayer } from '../applications/store.ts'
import { addDays, type Day } from '../calendar/day.ts'
import { calendarOf } from '../calendar/store.ts'
import { addWorkingDays, type Calendar, isWorkingDay } from '../calendar/working-days.ts'
import type { CommandContext, JobContext } from '../context.ts'
import type { Department } from '../settings/model.ts'
import { hashPassword } from '../users/passwords.ts'
import { addUser } from '../users/store.ts'
import { assertEmpty, type FirstAccount, foundDepartment } from './found.ts'
import { type Dice, dice, samplePerson, seeded, two } from './sample-people.ts'
import { sampleItemCode, samplePostedDay } from './sample-post.ts'

/** The department of the samples: Kiên Giang is one of the 18 that the directive of 2023 named. */
const department: Department = {
  provinceCatalogue: '2023',
  provinceCode: '91',
  name: 'Sở Giao thông vận tải tỉnh Kiên Giang',
  parentName: 'UBND tỉnh Kiên Giang',
  place: 'Kiên Giang',
  symbol: 'BC-SGTVT',
  signerTitle: 'GIÁM ĐỐC',
  signerName: '',
  receivers: ['Cục Đường bộ Việt Nam', 'UBND tỉnh', 'Lưu: VT, QLVT'],
}

const teamNames = [
  'Tổ triển khai Rạch Giá',
  'Tổ triển khai Phú Quốc',
  'Tổ triển khai Hà Tiên',
  'Tổ lưu động',
] as const

const officerNames = ['mau.canbo1', 'mau.canbo2', 'mau.canbo3', 'mau.canbo4', 'mau.canbo5'] as const

type Input = { size: number; administrator: FirstAccount & { password: string } }

/**
 * Fills a new folder with a synthetic department: `size` applications over 2023 with teams and officers, from a
 * fixed seed, marked as sample data. Answers how many applications it made.
 */
export async function fillSampleDepartment(
  context: JobContext,
  { size, administrator }: Input,
): Promise<{ applications: number }> {
  context.read(assertEmpty)
  const hash = await hashPassword(administrator.password)
  // Nobody knows these: the accounts serve as officers until the administrator gives them a password.
  const staffHashes = await Promise.all(
    officerNames.map(() => hashPassword(randomBytes(24).toString('base64'))),
  )
  context.checkCancelled()
  context.write(writing => {
    foundDepartment(writing, { department, year: 2023, administrator, sample: true }, hash)
    const { db, now, actor, audit } = writing
    const staff = makeStaff(writing, staffHashes)
    const roll = dice(seeded(20230918))
    const office: Office = {
      ...staff,
      replay: replayer(db),
      calendar: calendarOf(db),
      classes: new Set(checkLists(db).classes['2008'].keys()),
      districts: db.rows<{ code: string; name: string }>(
        "SELECT code, name FROM districts WHERE province_code = '91' ORDER BY code",
      ),
    }
    withoutIndexes(db, ['applications', 'application_events', 'application_stretches'], () => {
      for (let serial = 1; serial <= size; serial += 1) {
        const made = sampleApplication(roll, office, serial, size)
        insertApplication(db, made, { actorId: actor.id, now, importId: null })
        if (serial % 500 === 0) {
          context.progress(serial, size, 'Tạo dữ liệu mẫu')
          context.checkCancelled()
        }
      }
    })
    audit({ subject: 'setup', changes: { 'Dữ liệu mẫu (hồ sơ)': [null, size] } })
  })
  return { applications: size }
}

type Staff = {
  readonly teamIds: readonly [number, ...number[]]
  readonly officerIds: readonly [number, ...number[]]
}

function makeStaff({ db, now }: CommandContext, hashes: readonly string[]): Staff {
  const teamIds = teamNames.map(
    (name, position) =>
      db.run('INSERT INTO teams (name, position) VALUES (:name, :position)', { name, position })
        .lastInsertRowid,
  )
  const officerIds = officerNames.map((username, index) => {
    const officer = { username, displayName: `Cán bộ mẫu ${index + 1}`, role: 'officer' as const }
    return addUser(db, officer, hashes[index] ?? '', now).id
  })
  const [firstTeam = 0, ...teams] = teamIds
  const [firstOfficer = 0, ...others] = officerIds
  return { teamIds: [firstTeam, ...teams], officerIds: [firstOfficer, ...others] }
}

type Office = Staff & {
  readonly replay: Replayer
  readonly calendar: Calendar
  readonly classes: ReadonlySet<string>
  readonly districts: readonly { code: string; name: string }[]
}

type Made = Parameters<typeof insertApplication>[1]

/** From 1 January to 29 December 2023, the last working day: nobody hands in at a closed counter. */
const daysOfWork = 362
const lastDay = '2023-12-31'

function sampleApplication(roll: Dice, office: Office, serial: number, size: number): Made {
  const person = samplePerson(roll, '091', '91')
  // Online work grows through the year, as it did in 2023 (context.md §2).
  const dayNumber = Math.floor(((serial - 1) / size) * daysOfWork)
  const wanted = addDays('2023-01-01', dayNumber)
  const online = roll.chance(0.03 + 0.1 * (dayNumber / daysOfWork))
  const channel = online ? 'online' : roll.chance(0.04) ? 'postal' : 'direct'
  const registered =
    online || isWorkingDay(wanted, office.calendar) ? wanted : addWorkingDays(wanted, 1, office.calendar)
  const district = roll.pick(nonEmpty(office.districts))
  const way = roll.chance(0.2) ? 'post' : 'counter'
  const toPost = (result: Day) => (way === 'post' ? samplePostedDay(serial, result, office.calendar) : null)
  const facts: Facts = {
    ...person,
    dossierCode: `000.00.06.H33-${registered.slice(2).replaceAll('-', '')}-${String(serial).padStart(4, '0')}`,
    channel,
    address: `Số ${roll.whole(1, 240)}, ${district.name}, tỉnh Kiên Giang`,
    districtCode: district.code,
    classes: parseClasses(roll.pick(['A1', 'A1, B2', 'B2', 'B2', 'B1', 'C', 'D', 'A1, C']), office.classes)
      .value,
    reasonCode: roll.pick(['expiring', 'expiring', 'paper-to-pet', 'personal-data', 'damaged']),
    teamId: roll.pick(office.teamIds),
    officerId: roll.pick(office.officerIds),
    returnWay: way,
    postalCode: null,
    fee: 135_000,
    paymentStatus: 'Đã thanh toán',
    licences: roll.chance(0.03) ? 2 : 1,
    submitterName: null,
    submitterId: null,
    notes: null,
  }
  const { events, posted } = sampleHistory(roll, office.calendar, registered, online, toPost)
  const life = certain(office.replay(asLifeEvents(numbered(events))))
  const postalCode = posted === null ? null : sampleItemCode(serial)
  return { facts: { ...facts, postalCode }, paperKind: 'cccd', regime: '2008', life, events, posted }
}

type Step = {
  readonly kind: 'status'
  readonly status: number
  readonly day: Day
  readonly time: string | null
  readonly reason: string | null
}

/** As rows of the history, which the replay reads. */
const numbered = (steps: readonly Step[]) =>
  steps.map((step, index) => ({ ...step, id: index + 1, dueDay: null, corrects: null, voids: null }))

type History = { readonly events: readonly Step[]; readonly posted: Day | null }

/** Steps as offices take them; what would fall after the year stays open. `toPost`: null for what is fetched. */
function sampleHistory(
  roll: Dice,
  calendar: Calendar,
  registered: Day,
  online: boolean,
  toPost: (result: Day) => Day | null,
): History {
  const steps: Step[] = []
  const unposted: History = { events: steps, posted: null }
  const step = (status: number, day: Day, reason: string | null = null) => {
    if (day > lastDay) return false
    const time = `${two(roll.whole(7, 16))}:${two(roll.whole(0, 59))}`
    steps.push({ kind: 'status', status, day, time: steps.at(-1)?.day === day ? null : time, reason })
    return true
  }
  const later = (day: Day, least: number, most: number) =>
    addWorkingDays(day, roll.whole(least, most), calendar)
  step(1, registered)
  if (online && roll.chance(0.06)) {
    step(3, later(registered, 1, 2), 'Không tìm thấy dữ liệu giấy phép lái xe')
    return unposted
  }
  const received = online ? later(registered, 0, 2) : registered
  if (!step(2, received)) return unposted
  if (!step(4, later(received, 0, 1))) return unposted
  let day = received
  if (roll.chance(0.07)) {
    day = later(received, 1, 3)
    if (!step(5, day, 'Bổ sung giấy khám sức khỏe')) return unposted
    if (roll.chance(0.15)) {
      step(roll.chance(0.5) ? 7 : 8, later(day, 5, 15), 'Công dân không bổ sung được giấy tờ')
      return unposted
    }
    day = later(day, 2, 8)
    if (!step(4, day)) return unposted
  } else if (roll.chance(0.02)) {
    step(7, later(received, 2, 4), 'Công dân xin rút')
    return unposted
  }
  const result = later(day, roll.chance(0.9) ? 2 : 6, roll.chance(0.9) ? 5 : 9)
  if (!step(9, result)) return unposted
  const wait = roll.whole(0, 6)
  const posted = toPost(result)
  if (posted === null) {
    step(10, addWorkingDays(result, wait, calendar))
    return unposted
  }
  if (posted > lastDay) return unposted
  // the post needs a day
  step(10, addWorkingDays(posted, Math.max(1, wait), calendar))
  return { events: steps, posted }
}

function nonEmpty<T>(list: readonly T[]): readonly [T, ...T[]] {
  const [first, ...rest] = list
  if (first === undefined) throw new Error('the catalogue has no districts for the sample province')
  return [first, ...rest]
}
