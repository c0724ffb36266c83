import { z } from 'zod'
import { command, job, query } from '../operation.ts'
import { department } from '../settings/model.ts'
import type { SignedIn } from '../users/contract.ts'
import { userFields } from '../users/model.ts'

export type SetupState = {
  /** False on a new data folder: the first-run wizard opens. */
  readonly ready: boolean
  readonly sample: boolean
  /** What the window says it is: the department's name, or the product's before it is set up. */
  readonly title: string
}

export type ProvinceChoice = {
  readonly catalogue: '2023' | '2025'
  readonly code: string
  readonly name: string
  readonly kind: string
}

const administrator = z.object({
  username: userFields.username,
  displayName: userFields.displayName,
  password: userFields.password,
})

export const setupContract = {
  state: query(z.object({}), { allow: 'anyone' }).returns<SetupState>(),
  provinces: query(z.object({}), { allow: 'anyone' }).returns<readonly ProvinceChoice[]>(),
  /** The first-run wizard's last step; refused when the folder holds accounts. Signs the administrator in. */
  initialise: command(z.object({ department, year: z.number().int().min(2020).max(2100), administrator }), {
    allow: 'anyone',
  }).returns<SignedIn>(),
  /** "Dùng thử với dữ liệu mẫu": fills a synthetic department; refused when the folder holds accounts. */
  demo: job(z.object({ size: z.number().int().min(10).max(2_000_000).default(2000), administrator }), {
    allow: 'anyone',
  }).returns<{ readonly applications: number }>(),
}
