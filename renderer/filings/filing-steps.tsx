import { Button } from '@mantine/core'
import { type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { Filing } from '../../electron/core/filings/contract.ts'
import { allowedSteps, type FilingStep, type StepName } from '../../electron/core/filings/model.ts'
import { useMay, useMe } from '../api/me.ts'
import { saveJobFile } from '../api/save-file.ts'
import { useJob } from '../api/use-job.ts'
import { useCommand } from '../api/use-query.ts'
import { printPath } from '../reports/report-address.ts'
import { ReportRefusal } from '../reports/report-refusal.tsx'
import { Icon } from '../ui/icon.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import { say } from '../ui/said.tsx'
import { SendDialog } from './send-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'
import { UnlockDialog } from './unlock-dialog.tsx'

type Props = { readonly filing: Filing }

/** Steps that are the way on; the others lead back and stand quieter. */
const onward: readonly StepName[] = ['complete', 'submit', 'approve', 'send']
/** Steps taken with one press: they can be taken back the same way. */
const atOnce = ['complete', 'withdraw', 'recall'] as const

/** What may be done with the filing now, by this person: the same table that the core enforces. */
export function FilingSteps({ filing }: Props) {
  const { role } = useMe()
  const may = useMay()
  const [asked, ask] = useState<FilingStep['name'] | 'unlock' | null>(null)
  const complete = useCommand('filings.complete')
  const withdraw = useCommand('filings.withdraw')
  const recall = useCommand('filings.recall')
  const quick = { complete, withdraw, recall }
  const { id, version } = filing
  const take = (step: FilingStep, event: MouseEvent) => {
    // the second click of a double click would hit the button that has come in the place of the first one's
    if (event.detail > 1) return
    const name = atOnce.find(one => one === step.name)
    if (name === undefined) ask(step.name)
    else quick[name].mutate({ id, version }, { onSuccess: () => say(`${step.done}: ${filing.periodTitle}`) })
  }
  const problem = complete.error ?? withdraw.error ?? recall.error
  // a dialog that ends late must not close the next one
  const closing = (what: typeof asked) => () => ask(now => (now === what ? null : now))
  const next = useRef<HTMLButtonElement>(null)
  useNextFocus(next, `${version} ${asked}`)
  return (
    <div className="rep-take">
      <div className="rep-take-buttons">
        <TakeAway filing={filing} />
        {filing.closesPeriod && may('filings.unlock') ? (
          <Button variant="default" leftSection={<Icon name="key" />} onClick={() => ask('unlock')}>
            Mở khóa tạm thời
          </Button>
        ) : null}
        {allowedSteps(filing.state, role)
          .toSorted((a, b) => Number(onward.includes(a.name)) - Number(onward.includes(b.name)))
          .map(step => (
            <Button
              key={step.name}
              ref={onward.includes(step.name) ? next : null}
              variant={onward.includes(step.name) ? 'filled' : 'default'}
              loading={atOnce.some(name => name === step.name && quick[name].isPending)}
              onClick={event => take(step, event)}
            >
              {step.label}
            </Button>
          ))}
      </div>
      {problem === null ? null : <ReportRefusal error={problem} />}
      {asked === 'send' ? <SendDialog filing={filing} onClose={closing('send')} /> : null}
      {asked === 'unlock' ? <UnlockDialog filing={filing} onClose={closing('unlock')} /> : null}
      {asked === 'submit' || asked === 'approve' || asked === 'giveBack' ? (
        <StepDialog key={asked} filing={filing} name={asked} onClose={closing(asked)} />
      ) : null}
    </div>
  )
}

/** A step takes its own button away: the keyboard then goes on with the next one instead of losing its place. */
function useNextFocus(next: RefObject<HTMLButtonElement | null>, standing: string): void {
  const before = useRef(standing)
  useEffect(() => {
    if (before.current === standing) return
    before.current = standing
    if (document.activeElement === document.body) next.current?.focus({ preventScroll: true })
  }, [next, standing])
}

/** Workbook and printed page: from the approval on the kept ones. */
function TakeAway({ filing }: Props) {
  const job = useJob('filings.export')
  const [, navigate] = useLocation()
  const [failed, setFailed] = useState<unknown>(null)
  const { result, jobId } = job
  useEffect(() => {
    if (result !== null && jobId !== null) saveJobFile(jobId).catch(setFailed)
  }, [result, jobId])
  const problem = failed ?? job.error
  return (
    <>
      <Button
        variant="default"
        leftSection={<Icon name="print" />}
        onClick={() => navigate(`${printPath}?filing=${filing.id}`)}
      >
        In
      </Button>
      <Button
        variant="default"
        leftSection={<Icon name="workbook" />}
        loading={job.running}
        onClick={() => {
          setFailed(null)
          void job.start({ id: filing.id })
        }}
      >
        Xuất Excel
      </Button>
      {job.running ? (
        <JobProgress label="Đang xuất báo cáo" status={job.status} onCancel={job.cancel} />
      ) : null}
      {problem === null ? null : <ReportRefusal error={problem} />}
    </>
  )
}
