import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Icon } from './icon.tsx'

type ChartFigureProps = {
  readonly title: string
  /** The answer the picture gives, as a sentence. */
  readonly sentence: ReactNode
  readonly chart: ReactNode
  /** The same figures as a table. */
  readonly table: ReactNode
}

/** A picture with its answer above it and the same figures as a table one key away. */
export function ChartFigure({ title, sentence, chart, table }: ChartFigureProps) {
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="g-card">
      <div className="g-card-head">
        <div>
          <h2>{title}</h2>
          <p className="g-sentence">{sentence}</p>
        </div>
        <Button
          variant="subtle"
          leftSection={<Icon name={asTable ? 'bars' : 'table'} />}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? 'Xem biểu đồ' : 'Xem bảng số liệu'}
        </Button>
      </div>
      {asTable ? table : chart}
    </figure>
  )
}
