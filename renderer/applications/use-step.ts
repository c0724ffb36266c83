import { useQueryClient } from '@tanstack/react-query'
import type { AtOnce, CommandName, Input } from '../api/names.ts'
import { useCommand } from '../api/use-query.ts'
import { useSeenVersion } from '../api/use-seen-version.ts'
import { readConflict } from './application-conflict.ts'

type Step = Extract<
  CommandName,
  'applications.move' | 'applications.correct' | 'applications.appoint' | 'applications.undo'
>

/**
 * A command on one file, in a dialog that was opened for its version `opened`. When it is refused because somebody
 * else was quicker, the file is read again behind the dialog: what was typed stays, `conflict` says what changed, and
 * the next try says which version it saw.
 */
export function useStep<N extends Step>(name: N, opened: number) {
  const command = useCommand(name)
  const client = useQueryClient()
  const version = useSeenVersion(opened, command.error)
  const send = async (input: Input<N>): Promise<AtOnce<N>> => {
    try {
      return await command.mutateAsync(input)
    } catch (error) {
      await client.invalidateQueries()
      throw error
    }
  }
  const conflict = command.error === null ? null : readConflict(command.error.details)
  return { send, version, conflict, pending: command.isPending }
}
