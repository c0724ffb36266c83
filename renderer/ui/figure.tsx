import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Tone } from './banner.tsx'
import { Icon, type IconName } from './icon.tsx'
import { showNumber } from './number-text.ts'

type FigureProps = {
  readonly label: string
  /** A number is written the Vietnamese way; text stands as it is. */
  readonly value: number | string
  /** Below the number: its parts, a comparison. */
  readonly note?: ReactNode
  /** Where the files behind the number are listed. */
  readonly href?: string
  readonly tone?: Tone
  readonly icon?: IconName
}

/** One number that can be read from a metre away, with its name. */
export function Figure({ label, value, note, href, tone = 'neutral', icon }: FigureProps) {
  const inside = (
    <>
      <span className="g-figure-label">
        {icon === undefined ? null : <Icon name={icon} />}
        {label}
      </span>
      <span className="g-figure-value">{typeof value === 'number' ? showNumber(value) : value}</span>
      {note === undefined ? null : <span className="g-figure-note">{note}</span>}
    </>
  )
  const className = `g-figure g-tone-${tone}`
  return href === undefined ? (
    <div className={className}>{inside}</div>
  ) : (
    <Link href={href} className={className}>
      {inside}
    </Link>
  )
}
