import { useState } from 'react'
import { CommandOutcome } from '../../session/job/command-outcome.tsx'
import { useJobCommand } from '../../session/job/use-job-command.ts'
import { useWords } from '../../session/language.tsx'
import { BigButton } from '../../ui/touch/big-button.tsx'
import { HoldToConfirm } from '../../ui/touch/hold-to-confirm.tsx'
import { Sheet } from '../../ui/touch/sheet.tsx'
import { TextField } from '../../ui/touch/text-field.tsx'

/** Gives the job up for good, with a reason; work that is on stops in the same breath. */
export const CancelJob = ({ job }: { job: string }) => {
  const { start: words, approve } = useWords().steps
  const { give, isBusy, outcome } = useJobCommand(job)
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const cancel = async (): Promise<void> => {
    if (await give({ type: 'CancelJob', reason }, words.cancelLabel)) setAsking(false)
  }
  return (
    <>
      <BigButton kind="quiet" onClick={() => setAsking(true)}>
        {words.cancel}
      </BigButton>
      {isAsking && (
        <Sheet title={words.cancel} onClose={() => setAsking(false)}>
          <TextField label={approve.reason} help={words.cancelLead} lines={3} value={reason} onChange={setReason} />
          <CommandOutcome outcome={outcome} />
          <HoldToConfirm tone="stop" disabled={isBusy || reason.trim() === ''} onConfirm={() => void cancel()}>
            {words.cancel}
          </HoldToConfirm>
          <BigButton onClick={() => setAsking(false)}>{words.keep}</BigButton>
        </Sheet>
      )}
    </>
  )
}
