import type { Picture, Sheet, SheetTitle } from './report.ts'

const width = 11.9
const columns = 10

/** An appendix of pictures, one below the other over the whole width of the page. */
export function chartsSheet(title: SheetTitle, pictures: readonly Picture[]): Sheet {
  return { name: 'Biểu đồ', title, grid: Array.from({ length: columns }, () => width), blocks: pictures }
}
