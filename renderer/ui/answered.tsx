import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ApiError } from '../api/api-error.ts'
import { Banner } from './banner.tsx'
import { Waiting } from './delayed.tsx'

type AnsweredProps<T> = {
  readonly ask: UseQueryResult<T, ApiError>
  readonly children: (answer: T) => ReactNode
  readonly lines?: number
}

/** Draws the answer of a question; grey lines before it, and its failure with a way to ask again. */
export function Answered<T>({ ask, children, lines = 3 }: AnsweredProps<T>) {
  if (ask.data !== undefined) return children(ask.data)
  if (ask.error === null) return <Waiting lines={lines} />
  return (
    <Banner
      tone="bad"
      action={
        <Button variant="default" onClick={() => void ask.refetch()}>
          Tải lại
        </Button>
      }
    >
      {ask.error.message}
    </Banner>
  )
}
