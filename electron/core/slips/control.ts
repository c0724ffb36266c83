import { statusNames } from '../applications/statuses.ts'
import { showDay } from '../calendar/day.ts'
import type { SlipDocument } from './document.ts'
import { type FileFacts, type FileStep, handsIn } from './file-facts.ts'
import { line, momentInWords, oneStopDesk, type SlipFrame, slip } from './layout.ts'

/** Mẫu 05: one row for each time the file changed hands, out of its history. */
export function control(frame: SlipFrame, file: FileFacts): SlipDocument {
  return slip(frame, {
    paper: 'A4',
    about: file.dossierCode,
    blocks: [
      line('Mã hồ sơ', file.dossierCode),
      line('Hồ sơ của', file.fullName),
      line('Cơ quan (bộ phận) giải quyết hồ sơ', unitOf(frame, file)),
      line('Cơ quan phối hợp giải quyết hồ sơ', null),
      line('Thời gian hẹn trả kết quả', file.dueDay === null ? null : `ngày ${showDay(file.dueDay)}`),
      {
        kind: 'table',
        groups: [
          { text: '', colSpan: 1 },
          { text: 'Thời gian giao, nhận hồ sơ', colSpan: 3 },
          { text: 'Kết quả giải quyết hồ sơ', colSpan: 3 },
          { text: '', colSpan: 1 },
        ],
        headings: [
          'Tên cơ quan',
          'Giờ, phút, ngày',
          'Người giao',
          'Người nhận',
          'Trước hạn',
          'Đúng hạn',
          'Quá hạn',
          'Ghi chú',
        ],
        widths: [22, 15, 14, 14, 7, 7, 7, 14],
        align: ['left', 'center', 'center', 'center', 'center', 'center', 'center', 'left'],
        rows: rowsOf(frame, file),
      },
    ],
    signatures: [],
    qr: file.dossierCode,
  })
}

const unitOf = ({ office }: SlipFrame, { teamName }: FileFacts): string => teamName ?? office.departmentInText

type Hands = { readonly place: string; readonly name: string }

function rowsOf(frame: SlipFrame, file: FileFacts): string[][] {
  const start = file.steps.findIndex(({ status }) => status === 2)
  const steps = start < 0 ? [] : file.steps.slice(start)
  const citizen: Hands = { place: 'Người nộp hồ sơ', name: handsIn(file) }
  const desk: Hands = { place: oneStopDesk, name: steps[0]?.by ?? '' }
  const unit: Hands = { place: unitOf(frame, file), name: file.officerName ?? '' }
  const post: Hands = { place: 'Đơn vị bưu chính', name: '' }
  const closing =
    steps.find(({ status }) => status === 9) ?? steps.findLast(({ status }) => [7, 8, 10].includes(status))
  let at: Hands = citizen
  return steps.map(step => {
    // a result comes from the unit, even where nobody noted that it was given the file
    const from = step.status === 9 ? unit : at
    at = nextHands(step, file, { citizen, desk, unit, post })
    const timing = step === closing ? timingOf(file) : ['', '', '']
    return [
      `1. Giao: ${from.place}\n2. Nhận: ${at.place}`,
      momentInWords(step),
      from.name,
      at.name,
      ...timing,
      noteOf(step),
    ]
  })
}

type Places = Readonly<Record<'citizen' | 'desk' | 'unit' | 'post', Hands>>

/** Who has the file after a step; waiting for the citizen, it lies with the citizen. */
function nextHands({ status }: FileStep, { returnWay }: FileFacts, places: Places): Hands {
  switch (status) {
    case 4:
      return places.unit
    case 5:
    case 6:
    case 7:
      return places.citizen
    case 10:
      return returnWay === 'post' ? places.post : places.citizen
    default:
      return places.desk
  }
}

/** A cross under early, on time or late; closed without any due day is on time (figures.md §8 case 4). */
function timingOf({ closedDay, dueDay }: FileFacts): [string, string, string] {
  if (closedDay === null) return ['', '', '']
  if (dueDay === null || closedDay === dueDay) return ['', 'x', '']
  return closedDay < dueDay ? ['x', '', ''] : ['', '', 'x']
}

/** The bare hand-over needs no words; what interrupts or ends it does. */
function noteOf({ status, reason }: FileStep): string {
  const name = [5, 6, 7, 8].includes(status) ? statusNames[status] : ''
  return [name, reason ?? ''].filter(text => text !== '').join(': ')
}
