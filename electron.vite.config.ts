import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** What stays outside the bundles: a native library and the shell itself. Everything else is built in. */
const outside = ['electron', 'better-sqlite3', /^node:/]

/** The plain code by which the reader of PDF unpacks pictures; it asks for each by its name, beside the page. */
const unpackers = ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']
const pdfUnpackers: Plugin = {
  name: 'pdf-unpackers',
  generateBundle() {
    for (const name of unpackers) {
      const source = readFileSync(path(`node_modules/pdfjs-dist/wasm/${name}`))
      this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source })
    }
  },
}

export default defineConfig({
  main: {
    // built into the program as a data address (core/charts/draw.ts)
    assetsInclude: ['**/*.wasm'],
    // its build for Node brings a "require" of its own, which meets that of the bundle; we start none of its workers
    resolve: { alias: [{ find: /^fflate$/, replacement: 'fflate/browser' }] },
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
    plugins: [react(), pdfUnpackers],
    worker: { format: 'es' },
    build: {
      outDir: path('out/renderer'),
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: path('renderer/index.html') },
    },
  },
})
