import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** What stays outside the bundles: a native library and the shell itself. Everything else is built in. */
const outside = ['electron', 'better-sqlite3', /^node:/]

export default defineConfig({
  main: {
    // built into the program as a data address (core/charts/draw.ts)
    assetsInclude: ['**/*.wasm'],
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      minify: false,
      rolldownOptions: {
        external: outside,
        input: {
          main: path('electron/main/main.ts'),
          web: path('electron/web/main.ts'),
          cli: path('electron/cli/main.ts'),
          thread: path('electron/core/jobs/thread.ts'),
          reader: path('electron/core/jobs/reader.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      rolldownOptions: {
        external: outside,
        input: { preload: path('electron/preload/preload.ts') },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path('renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: path('out/renderer'),
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: path('renderer/index.html') },
    },
  },
})
