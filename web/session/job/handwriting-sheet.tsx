import { useState } from 'react'
import type { EvidenceId } from '#core/ids.ts'
import { usePosition } from '../../ui/place/use-position.ts'
import { Sheet } from '../../ui/touch/sheet.tsx'
import { SignaturePad } from '../../ui/touch/signature-pad.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useWords } from '../language.tsx'
import { useCapture } from './use-capture.ts'

/** The hand of who signs, handed in as evidence like a picture: on a ticket of this job, by this person, at this time. */
export const HandwritingSheet = ({
  job,
  onDrawn,
  onClose,
}: {
  job: string
  onDrawn: (evidence: EvidenceId) => void
  onClose: () => void
}) => {
  const { signing: words } = useWords()
  const { now } = useUi()
  const position = usePosition(true)
  const { ticket, failure, handIn } = useCapture(job, 'signature')
  const [state, setState] = useState<'drawing' | 'sending' | 'waiting' | 'refused'>('drawing')

  const use = async (blob: Blob): Promise<void> => {
    setState('sending')
    const outcome = await handIn({ blob, takenAt: now() }, { label: words.drawLine, position })
    if (outcome.kind === 'done') return onDrawn(outcome.answer.evidence.id)
    setState(outcome.kind)
  }
  return (
    <Sheet title={words.drawTitle} onClose={onClose}>
      {failure !== undefined && <FailureNotice error={failure} onRetry={onClose} />}
      {state === 'waiting' && <p role="status">{words.drawWaiting}</p>}
      {state === 'refused' && <p role="alert">{words.drawRefused}</p>}
      <SignaturePad
        label={words.drawTitle}
        words={{ line: words.drawLine, again: words.drawAgain, use: words.drawUse }}
        disabled={!ticket || state === 'sending'}
        onUse={(blob) => void use(blob)}
      />
    </Sheet>
  )
}
