import type { ReactNode } from 'react'

type PageProps = {
  readonly title: string
  /** One quiet line below the title. */
  readonly note?: ReactNode
  /** The main action, top right, always in the same place; further ones to its left. */
  readonly action?: ReactNode
  /** Filters and search of this screen. */
  readonly toolbar?: ReactNode
  readonly children: ReactNode
  /** `fill`: the content scrolls in itself (lists); otherwise the page does. */
  readonly fill?: boolean
  /** Keeps forms and texts from running too wide. */
  readonly narrow?: boolean
}

/** The frame of every screen: title, main action, toolbar, content. */
export function Page({ title, note, action, toolbar, children, fill = false, narrow = false }: PageProps) {
  return (
    <div className="g-page" data-fill={fill} data-narrow={narrow}>
      <header className="g-page-head">
        <div className="g-page-title">
          <h1>{title}</h1>
          {note === undefined ? null : <p>{note}</p>}
        </div>
        {action === undefined ? null : <div className="g-page-action">{action}</div>}
      </header>
      {toolbar === undefined ? null : <div className="g-toolbar">{toolbar}</div>}
      <div className="g-page-content">{children}</div>
    </div>
  )
}

type SectionProps = {
  readonly title: string
  readonly note?: ReactNode
  readonly action?: ReactNode
  readonly children: ReactNode
}

/** One card on a page. */
export function Section({ title, note, action, children }: SectionProps) {
  return (
    <section className="g-card">
      <div className="g-card-head">
        <div>
          <h2>{title}</h2>
          {note === undefined ? null : <p className="g-soft">{note}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  )
}
