import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'good' | 'attention' | 'bad' | 'info' | 'neutral'

const toneIcons: Readonly<Record<Tone, IconName>> = {
  good: 'done',
  attention: 'alert',
  bad: 'failed',
  info: 'info',
  neutral: 'info',
}

type BannerProps = {
  readonly tone: Tone
  readonly children: ReactNode
  readonly title?: string
  readonly action?: ReactNode
  /** `bar` runs over the whole width of the window. */
  readonly shape?: 'box' | 'bar'
}

/** Says what happened and what to do, in its place on the page; read out when it is about something wrong. */
export function Banner({ tone, children, title, action, shape = 'box' }: BannerProps) {
  return (
    <div className={`g-banner g-${tone}`} data-shape={shape} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={toneIcons[tone]} size={18} />
      <div className="g-banner-text">
        {title === undefined ? null : <strong>{title}</strong>}
        <div>{children}</div>
      </div>
      {action === undefined ? null : <div className="g-banner-action">{action}</div>}
    </div>
  )
}
