/** The reader of PDF as a worker of its own, bundled by Vite. */
declare module 'pdfjs-dist/build/pdf.worker.min.mjs?worker' {
  // biome-ignore lint/style/noDefaultExport: so does Vite hand out a worker
  export default class extends Worker {
    constructor()
  }
}
