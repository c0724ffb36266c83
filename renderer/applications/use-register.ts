import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { ApplicationRow, Page } from '../../electron/core/applications/contract.ts'
import type { ApiError } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { type RegisterFilter, withoutOrder } from './register-filter.ts'

const pageSize = 100
/** A queue asks again by itself: somebody else works on the same register. */
const everyMs = 30_000

export type Register = {
  readonly rows: readonly ApplicationRow[]
  /** The rows are still those of the filter before: to be looked at, not to be worked on. */
  readonly waiting: boolean
  /** Files the filter holds; null = more than 10 000; undefined = not yet known. */
  readonly total: number | null | undefined
  readonly loading: boolean
  readonly error: ApiError | null
  readonly more: (() => void) | null
}

type Counted = { readonly list: string; readonly total: Register['total'] }

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
  const waiting = answer.isPlaceholderData
  const rows = useMemo(() => pages?.flatMap(page => page.rows) ?? [], [pages])
  // another order is the same list, and its count goes on
  const list = JSON.stringify(withoutOrder(filter))
  const here = waiting ? undefined : pages?.[0]?.total
  const [counted, setCounted] = useState<Counted>({ list, total: here })
  if (here !== undefined && (counted.list !== list || counted.total !== here))
    setCounted({ list, total: here })
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = answer
  return {
    rows,
    waiting,
    total: waiting && counted.list === list ? counted.total : here,
    loading: answer.isPending || (waiting && rows.length === 0),
    error: answer.error,
    more: hasNextPage && !isFetchingNextPage && !waiting ? () => void fetchNextPage() : null,
  }
}
