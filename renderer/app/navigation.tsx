import { Tooltip, UnstyledButton } from '@mantine/core'
import { Link, useLocation } from 'wouter'
import { useMe } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { Icon } from '../ui/icon.tsx'
import { showNumber } from '../ui/number-text.ts'
import { menuFor } from './screens.tsx'

type NavigationProps = {
  readonly narrow: boolean
  /** There is no room for the words, so there is nothing to choose. */
  readonly fixed: boolean
  readonly onNarrow: (narrow: boolean) => void
}

/** The work in its order; collapses to icons. Alt+1…9 leads to each entry. */
export function Navigation({ narrow, fixed, onNarrow }: NavigationProps) {
  const me = useMe()
  const [path] = useLocation()
  const overview = useAsk('overview.summary', {}, { every: 30_000 })
  const overdue = overview.data?.queues.overdue ?? 0
  return (
    <nav className="g-nav" data-narrow={narrow} aria-label="Điều hướng chính">
      <Link href="/" className="g-nav-brand" title="Về Tổng quan">
        <span>GPLX</span>
        {narrow ? null : <span>Desk</span>}
      </Link>
      <ul>
        {menuFor(me.role).map((entry, at) => {
          const here = entry.menu.href === '/' ? path === '/' : path.startsWith(entry.menu.href)
          const count = entry.menu.href === '/ho-so' ? overdue : 0
          return (
            <li key={entry.route}>
              <Tooltip label={`${entry.title} (Alt+${at + 1})`} position="right">
                <Link
                  href={entry.menu.href}
                  className="g-nav-entry"
                  aria-current={here ? 'page' : undefined}
                  aria-label={count > 0 ? `${entry.title}, ${showNumber(count)} hồ sơ quá hạn` : entry.title}
                >
                  <Icon name={entry.menu.icon} size={20} />
                  {narrow ? null : <span className="g-nav-word">{entry.title}</span>}
                  {count > 0 ? (
                    <span className="g-nav-count" title={`${showNumber(count)} hồ sơ quá hạn`}>
                      {count > 999 ? '999+' : count}
                    </span>
                  ) : null}
                </Link>
              </Tooltip>
            </li>
          )
        })}
      </ul>
      {fixed ? null : (
        <UnstyledButton
          className="g-nav-entry"
          onClick={() => onNarrow(!narrow)}
          aria-label={narrow ? 'Mở rộng thanh điều hướng' : 'Thu gọn thanh điều hướng'}
        >
          <Icon name={narrow ? 'expand' : 'collapse'} size={20} />
          {narrow ? null : <span className="g-nav-word">Thu gọn</span>}
        </UnstyledButton>
      )}
    </nav>
  )
}
