import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../api/api-error.ts'
import type { AtOnce, CommandName, Input } from '../api/names.ts'
import { useCommand } from '../api/use-query.ts'
import { type Conflict, readConflict } from './application-conflict.ts'

type Step = Extract<
  CommandName,
  'applications.move' | 'applications.correct' | 'applications.appoint' | 'applications.undo'
>

/**
 * A command on one file. When it is refused because somebody else was quicker, the file is read again behind the
 * open dialog: what was typed stays, `conflict` says what changed, and the next try says which version it saw.
 */
export function useStep<N extends Step>(name: N) {
  const command = useCommand(name)
  const client = useQueryClient()
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const send = async (input: Input<N>): Promise<AtOnce<N>> => {
    setConflict(null)
    try {
      return await command.mutateAsync(input)
    } catch (error) {
      if (error instanceof ApiError) setConflict(readConflict(error.details))
      await client.invalidateQueries()
      throw error
    }
  }
  return { send, conflict, pending: command.isPending }
}
