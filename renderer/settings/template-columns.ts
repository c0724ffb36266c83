import type { ColumnChoice } from '../../electron/core/settings/model.ts'

/** The columns of one table in their order, each shown or left out. */
export type ChosenColumns = readonly { readonly key: string; readonly shown: boolean }[]

/** Every column of the table as the template has it; one that the template does not know keeps its place. */
export function chosenColumns(keys: readonly string[], choice: ColumnChoice | undefined): ChosenColumns {
  const order = (choice?.order ?? []).filter(key => keys.includes(key))
  keys.forEach((key, at) => {
    if (!order.includes(key)) order.splice(order.indexOf(keys[at - 1] ?? '') + 1, 0, key)
  })
  return order.map(key => ({ key, shown: choice?.hidden.includes(key) !== true }))
}

/** What the template keeps of it: nothing where the table stands as the report has it. */
export function choiceOf(keys: readonly string[], columns: ChosenColumns) {
  if (columns.every(({ key, shown }, at) => shown && key === keys[at])) return null
  return {
    order: columns.map(({ key }) => key),
    hidden: columns.filter(({ shown }) => !shown).map(({ key }) => key),
  }
}

/** One place on or back; at either end it stays. */
export function moveColumn(columns: ChosenColumns, at: number, by: 1 | -1): ChosenColumns {
  const one = columns[at]
  const other = columns[at + by]
  if (one === undefined || other === undefined) return columns
  return columns.map((column, place) => (place === at ? other : place === at + by ? one : column))
}
