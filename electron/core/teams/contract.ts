import { z } from 'zod'
import { command, query } from '../operation.ts'
import { administrators, everyone } from '../users/model.ts'
import { tidy } from '../vietnamese.ts'

export type Team = {
  readonly id: number
  readonly name: string
  readonly active: boolean
  readonly version: number
}

const name = z
  .string()
  .transform(tidy)
  .refine(text => text !== '' && text.length <= 100, 'Nhập tên tổ (tối đa 100 ký tự).')

export const teamsContract = {
  list: query(z.object({}), { allow: everyone }).returns<readonly Team[]>(),
  create: command(z.object({ name }), { allow: administrators }).returns<Team>(),
  update: command(z.object({ id: z.number().int(), version: z.number().int(), name, active: z.boolean() }), {
    allow: administrators,
  }).returns<Team>(),
}
