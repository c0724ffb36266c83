import { Button } from '@mantine/core'
import { useLocation } from 'wouter'
import type { PeriodKind } from '../../electron/core/periods/period.ts'
import { periodKinds } from '../../electron/core/statistics/model.ts'
import { ApiError, messageOf } from '../api/api-error.ts'
import { useCommand } from '../api/use-query.ts'
import { Icon } from '../ui/icon.tsx'
import { filingAddress } from './filing-address.ts'

type OpenProps = {
  readonly report: string
  readonly kind: string
  readonly id: string
  /** The period in words, for whoever hears the button among others. */
  readonly title: string
  readonly small?: boolean
}

const isKind = (kind: string): kind is PeriodKind => periodKinds.some(one => one === kind)

/** Opens the filing of a period, or goes to the one there is. */
export function OpenFiling({ report, kind, id, title, small = false }: OpenProps) {
  const open = useCommand('filings.open')
  const [, navigate] = useLocation()
  const start = async () => {
    if (!isKind(kind)) return
    try {
      const filing = await open.mutateAsync({ report, period: { kind, id } })
      navigate(filingAddress(filing.id))
    } catch (error) {
      const standing = error instanceof ApiError ? error.details.id : undefined
      if (typeof standing === 'number') navigate(filingAddress(standing))
    }
  }
  const refused = open.error !== null && typeof open.error.details.id !== 'number'
  return (
    <span className="fil-open">
      <Button
        {...(small
          ? { size: 'xs' as const, variant: 'default' }
          : { leftSection: <Icon name="file-plus" /> })}
        loading={open.isPending}
        aria-label={`Lập báo cáo ${title}`}
        onClick={() => void start()}
      >
        Lập báo cáo
      </Button>
      {refused ? (
        <span role="alert" className="fil-refused">
          {messageOf(open.error)}
        </span>
      ) : null}
    </span>
  )
}
