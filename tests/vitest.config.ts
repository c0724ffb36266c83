import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  assetsInclude: ['**/*.wasm'],
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    pool: 'forks',
    // one core is kept free unless asked for, which is half of a machine with two
    maxWorkers: '100%',
    testTimeout: 30_000,
    env: { ELECTRON_OVERRIDE_DIST_PATH: 'no-electron-here' },
  },
})
