import type { ReadDb } from '../../../db/database.ts'
import type { Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import { type Measures, measureNames, postNames } from '../statistics/model.ts'
import type { Drift, FigureDrift, FileDrift, filingsContract } from './contract.ts'
import { type Moved, movedFiles } from './drift-members.ts'
import { changedTotals, movedInTarget, targetFigures } from './drift-target.ts'
import { figureNames } from './figure-words.ts'
import { type Freeze, type FrozenFigures, figuresNow, freezeById, membersNow } from './freeze.ts'
import { lateEdits } from './late-edits.ts'
import { filingById, periodOfFiling, type StoredFiling } from './store.ts'

/** Reports that say who has what is open; elsewhere the officer is no part of a figure (`share.ts`). */
const byOfficer: ReadonlySet<string> = new Set(['tien-do'])

/** figures.md §7: what of an approved report would be another if it were made now, file by file. */
export function driftSince(db: ReadDb, filing: StoredFiling): Drift {
  if (filing.freezeId === null)
    throw new AppError(
      'invalid',
      'Báo cáo chưa duyệt nên chưa chốt số liệu để đối chiếu. Duyệt báo cáo trước.',
    )
  const freeze = freezeById(db, filing.freezeId)
  const period = periodOfFiling(filing)
  // by the rules of then: a setting that was changed since is no late edit
  const { unit, post } = freeze.figures
  const now = figuresNow(db, period, post !== undefined, freeze.figures)
  const moved = movedFiles(db, freeze.members, membersNow(db, period, post !== undefined), {
    unit,
    byOfficer: byOfficer.has(filing.report),
  })
  const inTarget = movedInTarget(db, freeze, now.targetDays, period.to)
  return {
    frozenAt: freeze.at,
    figures: [
      ...measureDrift(freeze.figures.measures, now.measures),
      ...postDrift(freeze.figures, now),
      ...targetFigures(freeze.figures, now.targetDays),
    ],
    files: filesOf(db, period.to, freeze, [moved, inTarget]),
    totals: changedTotals(db, freeze, now.targetDays),
  }
}

const parts = ['total', 'online', 'direct', 'postal'] as const

function measureDrift(then: Measures, now: Measures): readonly FigureDrift[] {
  return measureNames.flatMap(measure =>
    parts.flatMap((part): FigureDrift[] => {
      const [was, is] = [then[measure][part], now[measure][part]]
      return was === is ? [] : [{ measure, label: figureNames[measure], part, was, now: is }]
    }),
  )
}

/** The report on the post tells no channels apart. */
function postDrift({ post: then }: FrozenFigures, { post: now }: FrozenFigures): readonly FigureDrift[] {
  if (then === undefined || now === undefined) return []
  return postNames.flatMap((measure): FigureDrift[] => {
    const [was, is] = [then[measure].total, now[measure].total]
    return was === is ? [] : [{ measure, label: figureNames[measure], part: 'total', was, now: is }]
  })
}

function filesOf(
  db: ReadDb,
  upTo: string,
  freeze: Freeze,
  sources: readonly ReadonlyMap<number, Moved>[],
): readonly FileDrift[] {
  const ids = [...new Set(sources.flatMap(source => [...source.keys()]))]
  return ids
    .map(id => ({
      id,
      dossierCode: codeOf(db, id),
      entered: sources.flatMap(source => source.get(id)?.entered ?? []),
      left: sources.flatMap(source => source.get(id)?.left ?? []),
      edits: lateEdits(db, id, upTo, freeze),
    }))
    .sort((a, b) => (a.dossierCode < b.dossierCode ? -1 : 1))
}

function codeOf(db: ReadDb, id: number): string {
  return (
    db.row<{ code: string }>('SELECT dossier_code AS code FROM applications WHERE id = :id', { id })?.code ??
    ''
  )
}

export const drift: Operations<typeof filingsContract>['drift'] = ({ db }, { id }) =>
  driftSince(db, filingById(db, id))
