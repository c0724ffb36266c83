import { ActionIcon, Button, NativeSelect, SegmentedControl, Tooltip } from '@mantine/core'
import type { Day } from '../../electron/core/calendar/day.ts'
import type { Period } from '../../electron/core/periods/period.ts'
import {
  neighbour,
  type PeriodRules,
  periodAround,
  periodsOfYear,
  yearOf,
} from '../../electron/core/periods/rules.ts'
import { DayField } from '../ui/day-field.tsx'
import { Icon } from '../ui/icon.tsx'
import { changeKind, isPickedKind, kindNames, type PickedKind, titleInYear } from './period-choice.ts'

type PickerProps = {
  readonly kinds: readonly PickedKind[]
  /** How the report that is shown cuts time. */
  readonly rules: PeriodRules
  readonly period: Period
  readonly today: Day
  readonly onPick: (period: Period) => void
}

/** Kind, then the period itself, with one step back and one step on, as the report cuts time; weeks say their days. */
export function PeriodPicker({ kinds, rules, period, today, onPick }: PickerProps) {
  const kind = isPickedKind(period.kind) ? period.kind : 'month'
  const now = periodAround(kind, today, rules)
  return (
    <div className="period-picker">
      <SegmentedControl
        aria-label="Loại kỳ báo cáo"
        size="sm"
        value={kind}
        data={kinds.map(one => ({ value: one, label: kindNames[one] }))}
        onChange={next => {
          if (isPickedKind(next)) onPick(changeKind(period, next, today, rules))
        }}
      />
      <div className="period-steps">
        <Step label="Kỳ trước" icon="left" onClick={() => onPick(neighbour(period, -1, rules))} />
        {kind === 'day' ? (
          <DayChoice rules={rules} period={period} onPick={onPick} />
        ) : (
          <PeriodChoice kind={kind} rules={rules} period={period} today={today} onPick={onPick} />
        )}
        <Step label="Kỳ sau" icon="right" onClick={() => onPick(neighbour(period, 1, rules))} />
      </div>
      <Button variant="default" disabled={now.id === period.id} onClick={() => onPick(now)}>
        {kind === 'day' ? 'Hôm nay' : `${kindNames[kind]} này`}
      </Button>
    </div>
  )
}

type StepProps = { readonly label: string; readonly icon: 'left' | 'right'; readonly onClick: () => void }

function Step({ label, icon, onClick }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={32} aria-label={label} onClick={onClick}>
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  )
}

type ChoiceProps = Pick<PickerProps, 'rules' | 'period' | 'onPick'>

/** Typed as everywhere: ddmmyy, "h", ↑↓. A field of type date would show the day as the system's language does. */
function DayChoice({ rules, period, onPick }: ChoiceProps) {
  return (
    <DayField
      label="Ngày báo cáo"
      bare
      className="period-day"
      value={period.from}
      onChange={day => {
        if (day !== null) onPick(periodAround('day', day, rules))
      }}
    />
  )
}

function PeriodChoice({
  kind,
  rules,
  period,
  today,
  onPick,
}: ChoiceProps & { readonly kind: PickedKind; readonly today: Day }) {
  const year = yearOf(period)
  const last = Math.max(Number(today.slice(0, 4)) + 1, year)
  const first = Math.min(2020, year)
  const years = Array.from({ length: last - first + 1 }, (_, at) => String(last - at))
  const inYear = periodsOfYear(kind, year, rules)
  const pickYear = (chosen: number) => {
    const choices = periodsOfYear(kind, chosen, rules)
    const same = choices[inYear.findIndex(one => one.id === period.id)] ?? choices.at(-1)
    if (same !== undefined) onPick(same)
  }
  return (
    <>
      {kind === 'year' ? null : (
        <NativeSelect
          aria-label={kindNames[kind]}
          value={period.id}
          data={inYear.map(one => ({ value: one.id, label: titleInYear(one) }))}
          onChange={event => {
            const chosen = inYear.find(one => one.id === event.currentTarget.value)
            if (chosen !== undefined) onPick(chosen)
          }}
        />
      )}
      <NativeSelect
        aria-label="Năm"
        value={String(year)}
        data={years}
        onChange={event => pickYear(Number(event.currentTarget.value))}
      />
    </>
  )
}
