import type { ReadDb } from '../../../db/database.ts'
import { settingInForce } from '../settings/store.ts'
import { behindTarget } from '../targets/behind.ts'
import { figureSentence, measureWords } from './figure-words.ts'
import { filesBehind, type Part, sumBehind, type Wanted } from './files-behind.ts'
import type { FigureDay, FigureFiles, FigureRef, Unit } from './model.ts'

type Behind = { readonly wanted: Wanted; readonly unit: Unit; readonly days: readonly FigureDay[] }

function behind(db: ReadDb, figure: FigureRef): Behind {
  if ('target' in figure) return behindTarget(db, figure.target)
  const ref = figure.measure
  return { wanted: { ref }, unit: ref.unit ?? settingInForce(db, 'unit', ref.to).unit, days: [] }
}

/** One part of the files behind a figure of a report, with the count that equals it. */
export function figureFiles(db: ReadDb, figure: FigureRef, part: Part): FigureFiles {
  const { wanted, unit, days } = behind(db, figure)
  const { lines, licences } = sumBehind(db, wanted)
  const files = filesBehind(db, wanted, part)
  const next = part.after + files.length
  return {
    said: figureSentence(db, figure, wanted.ref, unit),
    unit,
    total: (unit === 'files' ? lines : licences) + days.reduce((sum, { count }) => sum + count, 0),
    lines,
    files: files.map(file => ({ ...file, measure: measureWords[file.measure] })),
    days,
    next: next < lines && files.length > 0 ? next : null,
  }
}
