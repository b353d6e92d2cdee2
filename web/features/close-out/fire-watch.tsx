import type { JobRecord } from '#core/job/job.ts'
import { addMinutes, epochMs } from '#core/time/epoch.ts'
import { useWords } from '../../session/language.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { Countdown } from '../../ui/time/countdown.tsx'
import { useNow } from '../../ui/time/use-now.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'

const soonMs = 5 * 60_000

/** The time after the fire is out: counted down, with every look recorded, and the last one after its end. */
export const FireWatch = ({
  record,
  minutes,
  isBusy,
  onLook,
}: {
  record: JobRecord
  minutes: number
  isBusy: boolean
  onLook: (isCalm: boolean) => void
}) => {
  const { closeOut: words } = useWords().guarding
  const now = useNow()
  const endedAt = record.work.at(-1)?.to ?? null
  if (endedAt === null) return null
  const until = addMinutes(endedAt, minutes)
  const isOver = epochMs(now) >= until
  const isKept = record.fireWatchRounds.some(({ occurredAt }) => occurredAt >= until)
  return (
    <Card title={words.watch} tone={isKept ? 'met' : isOver ? 'due' : 'must'}>
      {isKept ? (
        <SafetyLabel state="met">{words.watched}</SafetyLabel>
      ) : (
        <>
          {isOver ? (
            <SafetyLabel state="due">{words.watchOver}</SafetyLabel>
          ) : (
            <Countdown dueAt={until} soonMs={soonMs} size="large" />
          )}
          <p>{words.watchHow(minutes)}</p>
        </>
      )}
      <p>{words.rounds(record.fireWatchRounds.length)}</p>
      {!isKept && (
        <>
          <BigButton kind="primary" disabled={isBusy} onClick={() => onLook(true)}>
            {words.round}
          </BigButton>
          <BigButton disabled={isBusy} onClick={() => onLook(false)}>
            {words.danger}
          </BigButton>
        </>
      )}
    </Card>
  )
}
