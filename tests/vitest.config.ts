import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  assetsInclude: ['**/*.wasm'],
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    pool: 'forks',
    testTimeout: 30_000,
    env: { ELECTRON_OVERRIDE_DIST_PATH: 'no-electron-here' },
  },
})
