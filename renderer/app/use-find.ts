import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { call } from '../api/client.ts'
import { usePreference } from '../api/preferences.ts'
import { registerAddress } from '../applications/register-address.ts'
import { say } from '../ui/said.tsx'
import { readRecent, withRecent } from './recent-searches.ts'
import { isCode, looksLikeCode } from './search-hits.ts'

export type Find = {
  readonly recent: readonly string[]
  /** Opens the register with the text; a whole dossier code opens its file. */
  readonly search: (text: string) => void
  readonly openFile: (text: string, id: number) => void
  /** A code that was scanned: its file, or a word that there is none. */
  readonly openCode: (code: string) => void
}

/** Where a search leads to, from anywhere. */
export function useFind(): Find {
  const [, navigate] = useLocation()
  const [kept, keep] = usePreference('recent-searches')
  const recent = readRecent(kept)
  const remember = (text: string) => keep([...withRecent(recent, text)])
  const openFile = (text: string, id: number) => {
    remember(text)
    navigate(registerAddress({ text }, id))
  }
  const fileOf = useCallback(async (code: string): Promise<number | null> => {
    const { rows } = await call('applications.list', { text: code, limit: 20 })
    const exact = rows.filter(row => isCode(row, code))
    return exact.length === 1 ? (exact[0]?.id ?? null) : null
  }, [])
  const list = (text: string) => {
    remember(text)
    navigate(registerAddress({ text }))
  }
  return {
    recent,
    openFile,
    search: text => {
      if (!looksLikeCode(text)) list(text)
      else
        fileOf(text).then(
          id => (id === null ? list(text) : openFile(text, id)),
          () => list(text),
        )
    },
    openCode: code => {
      fileOf(code).then(
        id => (id === null ? say(`Không có hồ sơ ${code} trong sổ.`) : openFile(code, id)),
        () => undefined,
      )
    },
  }
}
