import type { OpenedJob } from '../../session/job/open-job.tsx'
import { useStopWork } from '../../session/job/use-stop-work.ts'
import { useWords } from '../../session/language.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'

/** Work goes on: a break is one tap away, because stopping is never refused. */
export const AtWork = ({ opened: { id, job } }: { opened: OpenedJob }) => {
  const words = useWords()
  const { start } = words.steps
  const clock = useClockText()
  const { stop, outcome } = useStopWork(id)
  const span = job.record.work.at(-1)
  return (
    <>
      <Card title={start.activeTitle} tone="met">
        {span && <p>{start.since(clock.short(span.from))}</p>}
        <p>{start.suspendLead}</p>
      </Card>
      {outcome === 'failed' && <p role="alert">{words.jobs.stopFailed}</p>}
      <BigButton kind="primary" onClick={() => void stop('break')}>
        {start.suspend}
      </BigButton>
    </>
  )
}
