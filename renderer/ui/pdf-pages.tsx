import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Banner } from './banner.tsx'
import { Waiting } from './delayed.tsx'
import { Icon } from './icon.tsx'
import { isComposing, keyName } from './keys.ts'
import type { PdfDocument } from './pdf-document.ts'
import './pdf-pages.css'

type PagesProps = { readonly bytes: Uint8Array; readonly name: string }

/** Times the width of the place: small print is read at twice that. */
const zooms = [1, 1.5, 2, 3] as const

/** A PDF page by page, drawn on a canvas: it is looked at, and nothing in it runs or can be followed. */
export function PdfPages({ bytes, name }: PagesProps) {
  const [document, setDocument] = useState<PdfDocument | null>(null)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let alive = true
    let opened: PdfDocument | null = null
    // the reader is large and few files need it; it takes the bytes with it, so it is given a copy
    import('./pdf-document.ts')
      .then(({ openPdf }) => openPdf(bytes.slice()))
      .then(
        found => {
          if (!alive) return found.close()
          opened = found
          setDocument(found)
        },
        () => {
          if (alive) setFailed(true)
        },
      )
    return () => {
      alive = false
      opened?.close()
    }
  }, [bytes])
  if (failed) return <Banner tone="bad">{unreadable}</Banner>
  return document === null ? <Waiting lines={3} /> : <Viewer document={document} name={name} />
}

const unreadable = 'Không hiển thị được tệp PDF này. Tải tệp về máy để xem.'

function Viewer({ document, name }: { readonly document: PdfDocument; readonly name: string }) {
  const [page, setPage] = useState(1)
  const [zoom, setZoom] = useState(0)
  const [drawn, setDrawn] = useState(0)
  const [failed, setFailed] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const width = useWidth(place)
  const times = zooms[zoom] ?? 1
  useEffect(() => {
    if (canvas.current === null || width === 0) return
    setFailed(false)
    document.draw(page, canvas.current, Math.floor(width * times)).then(
      whole => {
        if (whole) setDrawn(page)
      },
      () => setFailed(true),
    )
  }, [document, page, times, width])
  const turn = (to: number) => {
    if (to < 1 || to > document.pages || to === page) return
    setPage(to)
    place.current?.scrollTo({ top: 0 })
  }
  const keys: Readonly<Record<string, () => void>> = {
    PageDown: () => turn(page + 1),
    PageUp: () => turn(page - 1),
    Home: () => turn(1),
    End: () => turn(document.pages),
  }
  const press = (event: KeyboardEvent) => {
    const action = isComposing(event) ? undefined : keys[keyName(event)]
    if (action === undefined) return
    event.preventDefault()
    event.stopPropagation()
    action()
  }
  return (
    <section className="g-pdf" aria-label={`Xem tệp ${name}`} onKeyDown={press}>
      <div className="g-pdf-bar">
        <Turn label="Trang trước (PageUp)" icon="up" off={page === 1} onTurn={() => turn(page - 1)} />
        <span className="g-pdf-page" aria-live="polite">
          Trang {page}/{document.pages}
        </span>
        <Turn
          label="Trang sau (PageDown)"
          icon="down"
          off={page === document.pages}
          onTurn={() => turn(page + 1)}
        />
        <span className="g-pdf-spring" />
        <Turn label="Thu nhỏ" icon="minus" off={zoom === 0} onTurn={() => setZoom(zoom - 1)} />
        <Turn label="Phóng to" icon="add" off={zoom === zooms.length - 1} onTurn={() => setZoom(zoom + 1)} />
        <Button variant="subtle" size="compact-sm" {...able(zoom !== 0, () => setZoom(0))}>
          Vừa chiều ngang
        </Button>
      </div>
      {failed ? <Banner tone="bad">{unreadable}</Banner> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is larger than its place is scrolled by keys */}
      <section className="g-pdf-place" ref={place} tabIndex={0} aria-label="Nội dung trang">
        <canvas
          ref={canvas}
          role="img"
          aria-label={`${name}, trang ${page}`}
          aria-busy={drawn !== page}
          data-drawn={drawn}
        />
      </section>
    </section>
  )
}

type TurnProps = {
  readonly label: string
  readonly icon: 'up' | 'down' | 'minus' | 'add'
  readonly off: boolean
  readonly onTurn: () => void
}

/** What has nothing to do stays a button that can be reached, or the focus would be lost on the last page. */
const able = (can: boolean, onClick: () => void) =>
  can ? { onClick } : { 'aria-disabled': true, 'data-disabled': true }

function Turn({ label, icon, off, onTurn }: TurnProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} {...able(!off, onTurn)}>
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  )
}

/** The width inside an element, in CSS pixels; 0 until it stands. */
function useWidth(place: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = place.current
    if (element === null) return
    const watch = new ResizeObserver(() => setWidth(element.clientWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [place])
  return width
}
