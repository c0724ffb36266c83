/**
 * Whether any text in it holds half a letter (a lone surrogate: a text cut in the middle of an emoji). No database
 * keeps it as it came: it turns into U+FFFD and no longer equals what was checked. Not recursive: the depth is the sender's.
 */
export function hasBrokenText(value: unknown): boolean {
  const left: unknown[] = [value]
  while (left.length > 0) {
    const each = left.pop()
    if (typeof each === 'string') {
      if (!each.isWellFormed()) return true
    } else if (typeof each === 'object' && each !== null && !(each instanceof Uint8Array)) {
      for (const [key, inner] of Object.entries(each)) left.push(key, inner)
    }
  }
  return false
}
