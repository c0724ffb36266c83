/** A shortcut as it stands beside a word: Ctrl+K. */
export function KeyHint({ keys }: { readonly keys: string }) {
  return (
    <span className="g-keys">
      {keys.split('+').map(key => (
        <kbd key={key}>{shown[key] ?? key}</kbd>
      ))}
    </span>
  )
}

const shown: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Space: 'Phím cách',
}
