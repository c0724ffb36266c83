import { difficultyPassages } from './difficulties.ts'
import type { NarrativeFacts } from './facts.ts'
import type { Passage } from './model.ts'
import { resultPassages } from './results.ts'
import { targetPassages } from './target.ts'
import { taskPassages } from './tasks.ts'

/** The whole narrative as the rules write it, in the order of its six sections. */
export function writePassages(facts: NarrativeFacts): readonly Passage[] {
  return [
    ...resultPassages(facts),
    ...targetPassages(facts),
    ...difficultyPassages(facts),
    ...taskPassages(facts),
  ]
}
