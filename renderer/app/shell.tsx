import { useMediaQuery } from '@mantine/hooks'
import { type Ref, useCallback, useEffect, useRef, useState } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { useMay, useMe } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useShortcuts } from '../ui/keys.ts'
import { SaidBar } from '../ui/said.tsx'
import { ConnectionBar, SampleBar, UnreadBar } from './bars.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { KeyHelp } from './key-help.tsx'
import { Navigation } from './navigation.tsx'
import { menuFor, type Screen, screens } from './screens.tsx'
import { TopBar } from './top-bar.tsx'

const narrowName = 'gplx.nav'

/** The frame around every screen. */
export function Shell() {
  const me = useMe()
  const may = useMay()
  const [path, navigate] = useLocation()
  const state = useAsk('setup.state', {})
  const search = useRef<HTMLInputElement>(null)
  const [help, setHelp] = useState(false)
  const [wished, setWished] = useState(window.localStorage.getItem(narrowName) === '1')
  // a small window, or 150 % on an office screen, has no room for the words
  const tight = useMediaQuery('(max-width: 1100px)')
  const narrow = wished || tight === true
  const place = placeOf(path)
  const entries = menuFor(me.role)

  useShortcuts({
    'Ctrl+K': () => {
      search.current?.focus()
      search.current?.select()
    },
    'Ctrl+N': () => {
      if (may('applications.create')) navigate('/ho-so/moi')
    },
    F1: () => setHelp(true),
    ...Object.fromEntries(entries.map((entry, at) => [`Alt+${at + 1}`, () => navigate(entry.menu.href)])),
  })
  useQuestionMark(useCallback(() => setHelp(true), []))
  const content = useContentFocus(place)

  return (
    <div className="g-shell" data-narrow={narrow}>
      <Navigation
        narrow={narrow}
        fixed={tight === true}
        onNarrow={next => {
          setWished(next)
          window.localStorage.setItem(narrowName, next ? '1' : '0')
        }}
      />
      <div className="g-shell-right">
        <TopBar office={state.data?.title ?? ''} place={place} search={search} onHelp={() => setHelp(true)} />
        <ConnectionBar />
        <UnreadBar />
        <SampleBar />
        <SaidBar />
        <main className="g-main" ref={content} tabIndex={-1}>
          <ErrorBoundary place={path}>
            <Screens />
          </ErrorBoundary>
        </main>
      </div>
      <KeyHelp opened={help} onClose={() => setHelp(false)} place={place} />
    </div>
  )
}

function Screens() {
  const { role } = useMe()
  return (
    <Switch>
      {screens.map(entry => (
        <Route key={entry.route} path={entry.route}>
          {entry.roles.includes(role) ? <entry.screen /> : <NotForYou />}
        </Route>
      ))}
      <Route>
        <EmptyState icon="help" title="Không có màn hình này">
          Chọn một mục ở thanh bên trái.
        </EmptyState>
      </Route>
    </Switch>
  )
}

function NotForYou() {
  return (
    <EmptyState icon="lock" title="Tài khoản của bạn không dùng màn hình này">
      Cần dùng, đề nghị quản trị viên đổi vai trò của tài khoản.
    </EmptyState>
  )
}

/** The title of the screen a path leads to. */
function placeOf(path: string): string {
  const fits = ({ route }: Screen) => {
    const stem = route.split('/:')[0]?.replace(/\/\*\?$/, '') ?? ''
    return path === stem || (stem !== '/' && path.startsWith(`${stem}/`))
  }
  return screens.find(fits)?.title ?? ''
}

/** Another screen is read from its beginning: the keyboard goes on there and not in front of the navigation. */
function useContentFocus(place: string): Ref<HTMLElement> {
  const content = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the screen that stands is what it waits for
  useEffect(() => {
    // a screen that has put the cursor into a field of its own keeps it there
    if (content.current?.contains(document.activeElement) === false)
      content.current.focus({ preventScroll: true })
  }, [place])
  return content
}

/** "?" opens the keys, but never where somebody may be typing it. */
function useQuestionMark(open: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null
      if (event.key === '?' && !typing && !event.ctrlKey && !event.altKey) open()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [open])
}
