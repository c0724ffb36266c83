import { useQueryClient } from '@tanstack/react-query'
import type { AtOnce, CommandName, Input } from '../api/names.ts'
import { useCommand } from '../api/use-query.ts'

type Step = Extract<CommandName, 'applications.move' | 'applications.correct' | 'applications.appoint'>

/**
 * A command on one file. When it is refused because somebody else was quicker, the file is read again behind the
 * open dialog: what was typed stays, and the next try says which version it saw.
 */
export function useStep<N extends Step>(name: N) {
  const command = useCommand(name)
  const client = useQueryClient()
  const send = async (input: Input<N>): Promise<AtOnce<N>> => {
    try {
      return await command.mutateAsync(input)
    } catch (error) {
      await client.invalidateQueries()
      throw error
    }
  }
  return { send, pending: command.isPending }
}
