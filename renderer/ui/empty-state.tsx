import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type EmptyStateProps = {
  readonly icon?: IconName
  /** Why it is empty. */
  readonly title: string
  /** What to do. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** Says why there is nothing here, and what to do. */
export function EmptyState({ icon = 'inbox', title, children, action }: EmptyStateProps) {
  return (
    <div className="g-empty">
      <Icon name={icon} size={32} />
      <strong>{title}</strong>
      {children === undefined ? null : <div className="g-soft">{children}</div>}
      {action}
    </div>
  )
}
