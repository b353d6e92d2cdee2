import { useState } from 'react'
import { id, type EvidenceId } from '#core/ids.ts'
import type { JobRecord } from '#core/job/job.ts'
import type { Rulebook } from '#core/rulebook/rulebook.ts'
import { CaptureStep, PictureRow, type Captured } from '../../session/job/capture-step.tsx'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { PositionNote, readingOf } from '../../session/job/position-note.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { fenceOf, usePlace } from '../../session/job/use-site.ts'
import css from '../../session/job/site-page.module.css'
import { useSpeech, useWords } from '../../session/language.tsx'
import { usePosition } from '../../ui/place/use-position.ts'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { Card } from '../../ui/touch/card.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import type { AskedCheck } from './witness.tsx'

/** One check: the picture first, because it is taken where the thing is; then the hold that says it is in order. */
export const OneCheck = ({
  record,
  rulebook,
  check,
  onDone,
}: {
  record: JobRecord
  rulebook: Rulebook
  check: AskedCheck
  onDone: () => void
}) => {
  const { witness: words } = useWords()
  const { language } = useSpeech()
  const position = usePosition(true)
  const place = usePlace(record.application.place)
  const [taken, setTaken] = useState<Captured>()
  const { give, isBusy, outcome, clear } = useJobCommand(record.id)
  const name = language === 'zh-CN' ? check.name.zh : check.name.en
  const reading = readingOf(position)
  const anew = (): void => {
    clear()
    setTaken(undefined)
  }
  if (!taken)
    return (
      <CaptureStep
        job={record.id}
        step="witnessed-check"
        label={words.taken}
        instruction={words.instruction(name)}
        position={position}
        frame="wide"
        onCaptured={setTaken}
      />
    )
  const confirm = async (): Promise<void> => {
    if (!reading) return
    const answer = await give(
      {
        type: 'WitnessCheck',
        operation: check.operation,
        check: check.id,
        picture: id<EvidenceId>(taken.evidence),
        position: reading,
      },
      words.label,
    )
    if (answer) onDone()
  }
  return (
    <div className={css.page}>
      <Card title={name} tone="must">
        <PictureRow name={words.taken} {...taken} />
        <PositionNote position={position} fence={fenceOf(record, rulebook, place?.facts)} />
      </Card>
      <CommandOutcome outcome={outcome} onRemedy={(remedy) => (remedy === 'capture-anew' ? anew : undefined)} />
      <div className={css.foot}>
        <HoldToConfirm disabled={!reading || isBusy} onConfirm={() => void confirm()}>
          {words.submit}
        </HoldToConfirm>
        <BigButton kind="quiet" onClick={anew}>
          {words.anew}
        </BigButton>
      </div>
    </div>
  )
}
