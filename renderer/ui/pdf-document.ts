import {
  AnnotationMode,
  getDocument,
  PDFWorker,
  RenderingCancelledException,
  VerbosityLevel,
} from 'pdfjs-dist'
import Reader from 'pdfjs-dist/build/pdf.worker.min.mjs?worker'

/** A PDF that is only drawn: no scripts, no links, no forms to fill in, nothing fetched. */
export type PdfDocument = {
  readonly pages: number
  /**
   * Draws a page (from 1) so that it is `width` CSS pixels wide. Drawing the next one on the same canvas takes the
   * place of what was still being drawn; answers false for what was given up so.
   */
  draw(page: number, canvas: HTMLCanvasElement, width: number): Promise<boolean>
  close(): void
}

/** More pixels than this are drawn coarser: a canvas has its limits, and so has memory. */
const mostPixels = 24_000_000

/** Opens a document; refuses what cannot be read. The bytes given are used up. */
export async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const reader = new Reader()
  const worker = PDFWorker.create({ port: reader })
  const task = getDocument({
    data: bytes,
    worker,
    verbosity: VerbosityLevel.ERRORS,
    enableXfa: false,
    // the page's policy lets no machine code be made: fax and JPEG 2000 pictures are unpacked by plain code
    useWasm: false,
    wasmUrl: new URL('pdf/', document.baseURI).href,
    maxImageSize: 120_000_000,
  })
  const close = () => {
    void task.destroy()
    reader.terminate()
  }
  try {
    const opened = await task.promise
    let drawing: { cancel(): void } | null = null
    return {
      pages: opened.numPages,
      draw: async (number, canvas, width) => {
        drawing?.cancel()
        const page = await opened.getPage(number)
        const flat = page.getViewport({ scale: 1 })
        const sharp = width * Math.max(1, window.devicePixelRatio)
        const fitting = Math.sqrt((mostPixels * flat.width) / flat.height)
        const viewport = page.getViewport({ scale: Math.min(sharp, fitting) / flat.width })
        canvas.width = Math.round(viewport.width)
        canvas.height = Math.round(viewport.height)
        canvas.style.width = `${width}px`
        canvas.style.height = `${Math.round((width * flat.height) / flat.width)}px`
        const render = page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE })
        drawing = render
        try {
          await render.promise
          return true
        } catch (error) {
          if (error instanceof RenderingCancelledException) return false
          throw error
        }
      },
      close,
    }
  } catch (error) {
    close()
    throw error
  }
}
