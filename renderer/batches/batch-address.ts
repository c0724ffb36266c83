export const batchesPath = '/hang-loat'

/** One past batch: its files, its refusals, the way back. */
export const batchAddress = (id: number): string => `${batchesPath}/${id}`
