import { useState } from 'react'
import { useLocation } from 'wouter'
import { id, type EvidenceId, type JobId } from '#core/ids.ts'
import type { FanFacts } from '#core/job/facts.ts'
import type { Ring } from '#core/place/position.ts'
import { addMinutes, epochMs } from '#core/time/epoch.ts'
import { PictureRow, type Captured } from '../../session/job/capture-step.tsx'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { PositionNote, readingOf } from '../../session/job/position-note.tsx'
import { remedyPath } from '../../session/job/remedy-paths.ts'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import type { Named } from '../../session/job/use-site.ts'
import css from '../../session/job/site-page.module.css'
import { useWords } from '../../session/language.tsx'
import type { Position } from '../../ui/place/use-position.ts'
import { Card } from '../../ui/touch/card.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { Segments } from '../../ui/touch/segments.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'

const agoMinutes = ['0', '10', '30'] as const

/** Everything that will be recorded in one look, the time when the fan was started asked for, and the hold that confirms it. */
export const ConfirmVentilation = ({
  job,
  placeName,
  fan,
  plate,
  running,
  position,
  fence,
  onAnew,
}: {
  job: JobId
  placeName: string
  fan: Named<FanFacts>
  plate: Captured
  running: Captured
  position: Position
  fence: { readonly ring: Ring; readonly metresMax: number } | undefined
  onAnew: () => void
}) => {
  const { ventilation: words } = useWords()
  const [, navigate] = useLocation()
  const [ago, setAgo] = useState<(typeof agoMinutes)[number]>('0')
  const { give, isBusy, outcome } = useJobCommand(job)
  const reading = readingOf(position)

  const confirm = async (): Promise<void> => {
    if (!reading) return
    await give(
      {
        type: 'RecordVentilation',
        ventilation: {
          fan: fan.facts.id,
          scan: id<EvidenceId>(plate.evidence),
          runningPicture: id<EvidenceId>(running.evidence),
          position: reading,
          startedAt: addMinutes(epochMs(Math.round(running.takenAt)), -Number(ago)),
        },
      },
      words.label,
    )
  }
  return (
    <div className={css.page}>
      <Card title={fan.name} tone="met">
        <p>{words.bound(placeName)}</p>
        <PictureRow name={words.plateTaken} {...plate} />
        <PictureRow name={words.runningTaken} {...running} />
        <PositionNote position={position} fence={fence} />
      </Card>
      <Card title={words.startedAt}>
        <Segments
          label={words.startedAt}
          options={agoMinutes.map((one) => ({ id: one, label: words.started[one] }))}
          chosen={ago}
          onChoose={setAgo}
        />
      </Card>
      <CommandOutcome
        outcome={outcome}
        onRemedy={(remedy) => {
          const path = remedyPath(job, remedy)
          return remedy === 'change-fan' || remedy === 'capture-anew'
            ? onAnew
            : path === undefined
              ? undefined
              : () => navigate(path)
        }}
      />
      <div className={css.foot}>
        <HoldToConfirm disabled={!reading || isBusy} onConfirm={() => void confirm()}>
          {words.submit}
        </HoldToConfirm>
        <BigButton kind="quiet" onClick={onAnew}>
          {words.scanAgain}
        </BigButton>
      </div>
    </div>
  )
}
