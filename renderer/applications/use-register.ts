import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ApplicationRow, Page } from '../../electron/core/applications/contract.ts'
import type { ApiError } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import type { RegisterFilter } from './register-filter.ts'

const pageSize = 100
/** A queue asks again by itself: somebody else works on the same register. */
const everyMs = 30_000

export type Register = {
  readonly rows: readonly ApplicationRow[]
  /** Files the filter holds; null = more than 10 000; undefined = not yet known. */
  readonly total: number | null | undefined
  readonly loading: boolean
  readonly error: ApiError | null
  readonly more: (() => void) | null
}

/** The register page by page: the next page continues behind the last row, whatever was added meanwhile. */
export function useRegister(filter: RegisterFilter): Register {
  const answer = useInfiniteQuery<Page, ApiError, { pages: Page[] }, readonly unknown[], string | null>({
    queryKey: ['applications.list', filter],
    queryFn: ({ pageParam }) => call('applications.list', { ...filter, after: pageParam, limit: pageSize }),
    initialPageParam: null,
    getNextPageParam: page => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: everyMs,
  })
  const pages = answer.data?.pages
  const rows = useMemo(() => pages?.flatMap(page => page.rows) ?? [], [pages])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = answer
  return {
    rows,
    total: pages?.[0]?.total,
    loading: answer.isPending,
    error: answer.error,
    more: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null,
  }
}
