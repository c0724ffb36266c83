import { Icon } from '../ui/icon.tsx'

/** Where one is in a row of steps. */
export function Steps({ names, at }: { readonly names: readonly string[]; readonly at: number }) {
  return (
    <ol className="g-steps">
      {names.map((name, index) => (
        <li key={name} aria-current={index === at ? 'step' : undefined} data-done={index < at}>
          <span className="g-step-mark">{index < at ? <Icon name="check" size={14} /> : index + 1}</span>
          <span>
            <span className="g-hidden">Bước {index + 1}: </span>
            {name}
          </span>
        </li>
      ))}
    </ol>
  )
}
