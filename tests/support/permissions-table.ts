import type { Contract, Operation } from '../../electron/core/operation.ts'
import { roles } from '../../electron/core/users/model.ts'

export type Named = { readonly name: string; readonly operation: Operation }

/** Every operation of a contract by its full name, in the order of the names. */
export function operationsOf(contract: Contract): readonly Named[] {
  return Object.entries(contract)
    .flatMap(([feature, verbs]) =>
      Object.entries(verbs).map(([verb, operation]) => ({ name: `${feature}.${verb}`, operation })),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** The table of the documentation: which role may call which operation. */
export function permissionsTable(contract: Contract): string {
  const heading = ['operation', 'kind', ...roles, 'before sign-in']
  const rows = operationsOf(contract).map(({ name, operation: { kind, allow } }) => [
    `\`${name}\``,
    kind,
    ...roles.map(role => (allow === 'anyone' || allow.includes(role) ? '✔' : '–')),
    allow === 'anyone' ? '✔' : '–',
  ])
  return [heading, heading.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}
