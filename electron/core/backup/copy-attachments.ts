import { keepContent, readContent } from '../attachments/store.ts'

/** What became of the contents: in the copies already, copied now, or not to be had any more. */
export type CopiedAttachments = { readonly kept: number; readonly copied: number; readonly missing: number }

/**
 * Copies the contents that no earlier backup has. They are real copies and not links: what spoils the one file leaves
 * the other. The folder of the copies is laid out as the data folder's own, so that to restore is to copy it back.
 */
export async function copyAttachments(
  contents: readonly { readonly sha256: string }[],
  stores: { readonly from: string; readonly to: string },
  step: (done: number, total: number) => void,
): Promise<CopiedAttachments> {
  let kept = 0
  let copied = 0
  let missing = 0
  for (const [at, { sha256 }] of contents.entries()) {
    step(at, contents.length)
    if (readContent(stores.to, sha256).kept === 'sound') {
      kept += 1
      continue
    }
    const found = readContent(stores.from, sha256)
    if (found.kept === 'sound') {
      await keepContent(stores.to, sha256, found.bytes)
      copied += 1
    } else {
      missing += 1
    }
  }
  return { kept, copied, missing }
}
