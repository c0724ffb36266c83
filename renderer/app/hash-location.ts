import { useSyncExternalStore } from 'react'

/**
 * Where the user is, wholly behind the # of the address: the screens have no server for routes, and the desktop
 * window accepts requests only from its one page. `#/ho-so?statuses=5` is the path `/ho-so` and its search.
 */
function parts(): { readonly path: string; readonly search: string } {
  const text = window.location.hash.replace(/^#?\/?/, '')
  const cut = text.indexOf('?')
  return cut < 0
    ? { path: `/${text}`, search: '' }
    : { path: `/${text.slice(0, cut)}`, search: text.slice(cut + 1) }
}

function follow(heard: () => void): () => void {
  window.addEventListener('hashchange', heard)
  window.addEventListener('popstate', heard)
  return () => {
    window.removeEventListener('hashchange', heard)
    window.removeEventListener('popstate', heard)
  }
}

type NavigateOptions = { readonly replace?: boolean; readonly state?: unknown }

/** Goes to a path with its search; a bare `?search` stays on the path. */
export function navigate(to: string, { replace = false, state = null }: NavigateOptions = {}): void {
  const target = to.startsWith('?') ? parts().path + to : to
  window.history[replace ? 'replaceState' : 'pushState'](
    state,
    '',
    `#${target.startsWith('/') ? '' : '/'}${target}`,
  )
  window.dispatchEvent(new HashChangeEvent('hashchange'))
}

/** The location hook of the router; its `hrefs` and `searchHook` are read off it. */
export const useHashLocation = Object.assign(
  (): [string, typeof navigate] => [useSyncExternalStore(follow, () => parts().path), navigate],
  { hrefs: (href: string) => `#${href}` },
)

export function useHashSearch(): string {
  return useSyncExternalStore(follow, () => parts().search)
}
