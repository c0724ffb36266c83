import { defineConfig, devices } from '@playwright/test'

/** Needed in a container and as root; none of them changes what is drawn. */
const flags = `--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
  --disable-component-update --disable-sync --disable-dev-shm-usage`.split(/\s+/)

const browser = process.env.GPLX_CHROMIUM

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../../test-results/screens',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1366, height: 768 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    launchOptions: { args: flags, ...(browser === undefined ? {} : { executablePath: browser }) },
    screenshot: 'only-on-failure',
    // a trace photographs every key press and makes the suite half as long again: ask with --trace on
    trace: 'off',
  },
})
