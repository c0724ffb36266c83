import { showNumber } from '../ui/number-text.ts'

/** How many files a view holds; the core counts to 10 000. */
export function Count({ count }: { readonly count: number | null }) {
  return (
    <span className="vw-count" title={count === null ? 'Hơn 10.000 hồ sơ' : `${showNumber(count)} hồ sơ`}>
      {count === null ? '10.000+' : showNumber(count)}
    </span>
  )
}
