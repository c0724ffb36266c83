import { z } from 'zod'
import { query } from '../operation.ts'
import type { Count } from '../statistics/model.ts'
import type { TargetStatus } from '../targets/contract.ts'
import { everyone } from '../users/model.ts'

export type OverviewPeriod = {
  readonly title: string
  readonly from: string
  readonly to: string
  readonly registered: Count
  readonly received: Count
  readonly finished: Count
  readonly returned: Count
}

export type Overview = {
  readonly today: string
  readonly day: OverviewPeriod
  readonly week: OverviewPeriod
  readonly month: OverviewPeriod
  readonly target: TargetStatus
  /**
   * Files as of today: waiting for receipt; in work with the clock running; of these due today or within 2 working
   * days, and overdue; paused; finished but not returned.
   */
  readonly queues: {
    readonly waiting: number
    readonly inWork: number
    readonly paused: number
    readonly dueSoon: number
    readonly overdue: number
    readonly toReturn: number
  }
  /** The last 30 days, for the bars; `online` are those of `registered` that came online. */
  readonly days: readonly {
    readonly day: string
    readonly registered: number
    readonly finished: number
    readonly online: number
    readonly dayOff: string | null
  }[]
}

export const overviewContract = {
  summary: query(z.object({}), { allow: everyone, aside: true }).returns<Overview>(),
}
