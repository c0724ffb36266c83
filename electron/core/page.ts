/**
 * The built screens as the window and the browser host hand them out: the same files under the same rules.
 * `renderer/index.html` repeats the policy in a meta element; a test compares them.
 */

/** No code, style or picture but our own: not even an inline style. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Headers of every answer. `frame-ancestors` counts in a header only. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': `${pagePolicy}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=()',
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff: 'font/woff',
  woff2: 'font/woff2',
}

export type PageFile = {
  /** Inside the folder of the built screens, without a leading slash. */
  readonly path: string
  readonly type: string
  /** Names under assets/ carry a hash of their contents. */
  readonly lasts: boolean
}

/**
 * Which file an address means, or null. Only plain names pass: no dots in front, no percent signs, no
 * backslashes, so nothing outside the folder can be named.
 */
export function pageFile(pathname: string): PageFile | null {
  const path = pathname === '/' ? 'index.html' : pathname.slice(1)
  if (!/^(?:[A-Za-z0-9_-]+\/)*[A-Za-z0-9_-][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)+$/.test(path)) return null
  const type = types[path.slice(path.lastIndexOf('.') + 1)]
  return type === undefined ? null : { path, type, lasts: path.startsWith('assets/') }
}
