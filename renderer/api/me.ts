import { createContext, useContext } from 'react'
import { contract } from '../../electron/core/contract.ts'
import type { Operation } from '../../electron/core/operation.ts'
import type { Me } from '../../electron/core/users/contract.ts'
import type { Role } from '../../electron/core/users/model.ts'
import type { OperationName } from './names.ts'

/** Who is signed in; every screen inside the shell may rely on it. */
export const MeContext = createContext<Me | null>(null)

export function useMe(): Me {
  const me = useContext(MeContext)
  if (me === null) throw new Error('used outside the signed-in part')
  return me
}

/** May a role call an operation? The same list that the core enforces. */
export function mayCall(role: Role, name: OperationName): boolean {
  const [feature, verb] = name.split('.')
  const features: Readonly<Record<string, Readonly<Record<string, Operation>>>> = contract
  const operation = features[feature ?? '']?.[verb ?? '']
  if (operation === undefined) return false
  return operation.allow === 'anyone' || operation.allow.includes(role)
}

/** `may('applications.create')` for the person signed in: buttons that would be refused are not drawn. */
export function useMay(): (name: OperationName) => boolean {
  const { role } = useMe()
  return name => mayCall(role, name)
}
